# Tells everything of each path below a directory, with nothing but what Debian calls essential: perl-base, findutils, coreutils.
# In, each ended by NUL: the path, the mark, and find's words for what is left out.
# Out: one line a path, its fields parted by NUL, newline and backslash in them escaped; the last line is "end".
use strict;
use Cwd ();
use Errno qw(ENOENT ENOTDIR ENODATA EOPNOTSUPP);
use Fcntl qw(:DEFAULT :mode);
use Config;
use POSIX ();
use Socket;

# What is no larger is read here, and looked at for the mark.
use constant SMALL => 16384;

my ($path, $mark, @left_out) = split /\0/, do { local $/; <STDIN> };
my $sha = eval { require Digest::SHA; \&Digest::SHA::sha256_hex };    # not in perl-base
my ($openssl) = grep { -x } map { "$_/openssl" } split /:/, $ENV{PATH} // '/usr/bin:/bin';    # five times the others' pace
my $own = !$sha ? -1 : $openssl ? 4096 : SMALL;    # up to where beginning a program takes longer than it saves

# llistxattr and lgetxattr, for which Perl has no words
my ($list, $get) = @{ {
    x86_64 => [195, 192], aarch64 => [12, 9], riscv64 => [12, 9], loongarch64 => [12, 9], i386 => [233, 230], i486 => [233, 230],
    i586 => [233, 230], i686 => [233, 230], arm => [233, 230], armv7l => [233, 230], powerpc64le => [216, 213], ppc64le => [216, 213],
    s390x => [231, 228],
}->{ (split /-/, $Config{archname})[0] } // [] };

sub field { my $text = shift; $text =~ s/([\\\n])/$1 eq "\n" ? '\\n' : '\\\\'/ge if $text =~ tr/\\\n//; $text }
sub line { print join("\0", map { field($_) } @_), "\n" }

$| = 1;
my @root = stat $path;
if (!@root) {
    line($! == ENOENT || $! == ENOTDIR ? 'none' : ('unlisted', "$!"));
    line('end');
    exit;
}
my $single;    # the path is no directory
if (S_ISDIR($root[2])) {
    chdir $path or do { line('unlisted', "$!"); line('end'); exit };
} else {
    my ($directory, $file) = Cwd::abs_path($path) =~ m{^(.*)/(.*)$}s;
    chdir "$directory/" or die "$directory: $!";
    $single = "./$file";
    line('single');
}

socketpair my $work, my $feed, AF_UNIX, SOCK_SEQPACKET, 0 or die $!;
my (%from, @children);

# Run something beside the others; what it prints comes in whole lines.
sub beside {
    my ($do) = @_;
    pipe my $out, my $in or die $!;
    my $child = fork // die $!;
    if (!$child) {
        open STDOUT, '>&', $in or die $!;
        $| = 0;
        $do->();
        close STDOUT or die $!;
        exit;
    }
    push @children, $child;
    $from{ fileno $out } = [$out, ''];
}

beside(sub { close $work; feed() });
close $feed;
beside(\&work) for 1 .. (`nproc` > 1 ? 2 : 1);
close $work;
while (%from) {
    my $ready = '';
    vec($ready, $_, 1) = 1 for keys %from;
    select $ready, undef, undef, undef;
    for my $number (grep { vec $ready, $_, 1 } keys %from) {
        my $one = $from{$number};
        if (sysread $one->[0], $one->[1], 65536, length $one->[1]) {
            my $whole = rindex($one->[1], "\n") + 1;
            print substr $one->[1], 0, $whole, '' if $whole;
        } else {
            delete $from{$number};
        }
    }
}
for (@children) { waitpid $_, 0; die "a part of it ended with $?" if $? }
line('end');

# Lists everything, and hands it over so that the sizes of each share are alike.
sub feed {
    my ($count, $block, $many, $bytes) = (0, '', 0, 0);
    my $hand_over = sub { send $feed, $block, 0 or die $!; ($block, $many, $bytes) = ('', 0, 0) };
    $block = '?0' . ($single // '.') . "\0";
    $count++;
    $hand_over->();
    if (!$single) {
        pipe my $said, my $say or die $!;
        fcntl $say, F_SETFL, O_WRONLY | O_NONBLOCK or die $!;    # of a thousand faults the first are enough
        my $pid = open(my $found, '-|') // die $!;
        if (!$pid) {
            open STDERR, '>&', $say or die $!;
            $ENV{LC_ALL} = 'C';
            exec 'find', '.', '-mindepth', '1', '-ignore_readdir_race', '-regextype', 'posix-extended', '(', @left_out, ')', '-prune', '-o',
                '-type', 's', '-o', '-printf', '%y%s%p\0';
            die "find: $!";
        }
        close $say;
        local $/ = "\0";
        while (my $one = <$found>) {
            $block .= $one;
            $count++;
            { no warnings; $bytes += substr $one, 1 }    # the size, with which the rest begins
            $hand_over->() if ++$many >= 64 || $bytes > 1_000_000 || length $block > 32768;
        }
        $hand_over->() if $many;
        local $/;
        my $fault = <$said>;
        line('unlisted', $fault || 'find ended with ' . ($? >> 8)) if !close $found;
    }
    line('listed', $count);
}

my (%user, %group, %mode, @large, $large_bytes, $content, $since);

sub work {
    close $feed;
    my $block;
    while (defined recv $work, $block, 131072, 0) {
        last if !length $block;
        $since = time - 1;
        for (split /\0/, $block) {
            my $name = substr $_, index $_, '.';
            { no warnings; look($name) if !(ord == 102 && substr($_, 1) <= SMALL && small($name)) }
        }
        large() if @large >= 512 || $large_bytes > 16_000_000;
    }
    large();
}

# True where it was a small file that nobody has changed for a while, as nearly all are: then one look is enough.
sub small {
    my ($name) = @_;
    my $number = POSIX::open($name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) // return;
    my $read = POSIX::read($number, $content, SMALL + 1);
    POSIX::close($number);
    my @s = lstat $name;
    return if !defined $read || ($s[2] & S_IFMT) != S_IFREG || $s[10] >= $since || $s[7] != $read;
    if (length $mark && index($content, $mark) >= 0) {
        line('marked', $name);
    } elsif ($read <= $own) {
        there('f', $name, \@s, $sha->($content), 0);
    } else {
        later($name, \@s);
    }
    return 1;
}

sub later {
    my ($name, $s) = @_;
    push @large, [$name, $s];
    $large_bytes += $s->[7];
}

sub look {
    my ($name) = @_;
    my @s = lstat $name or return gone($name);
    my $type = $s[2] & S_IFMT;
    if ($type == S_IFREG) {
        if ($s[7] <= SMALL) {
            my $number = POSIX::open($name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) // return gone($name);
            my $read = POSIX::read($number, $content, SMALL + 1);
            my $fault = $!;
            POSIX::close($number);
            $! = $fault;
            return gone($name) if !defined $read;
            return line('marked', $name) if length $mark && index($content, $mark) >= 0;
            return there('f', $name, \@s, $sha->($content), changed(\@s, [lstat $name])) if $read <= $own;
        }
        later($name, \@s);
    } elsif ($type == S_IFDIR) {
        opendir my $open, $name or return gone($name);
        there('d', $name, \@s, '', 0);
    } elsif ($type == S_IFLNK) {
        my $target = readlink($name) // return gone($name);
        there('l', $name, \@s, $target, 0);
    } elsif ($type == S_IFIFO) {
        there('p', $name, \@s, '', 0);
    } else {
        my $number = ($s[6] >> 8 & 0xfff) . ',' . ($s[6] & 0xff | $s[6] >> 12 & 0xfff00);
        there($type == S_IFBLK ? 'b' : 'c', $name, \@s, $number, 0);
    }
}

# Whether it is another file, or another size or time, than before it was read.
sub changed {
    my ($before, $now) = @_;
    return (grep { $before->[$_] != ($now->[$_] // -1) } 1, 7, 9, 10) ? 1 : 0;
}

# Another one took it away meanwhile, or nobody can read it.
sub gone {
    my ($name) = @_;
    line($! == ENOENT || $! == ENOTDIR ? ('gone', $name) : ('unreadable', $name, "$!"));
}

# Reads what is not small by a program: openssl, which says nothing of names, or sha256sum, which says which it could read.
sub large {
    my @files = splice @large;
    $large_bytes = 0;
    return if !@files;
    my @names = map { $_->[0] } @files;
    my %digest;
    if ($openssl) {
        my $all = output($openssl, 'dgst', '-sha256', '-binary', @names);
        @digest{@names} = unpack '(H64)*', $all if length($all // '') == 32 * @names;
    }
    if (!%digest) {
        %digest = map { (substr($_, 66), substr($_, 0, 64)) } split /\0/, output('sha256sum', '-z', '--', @names) // '';
    }
    for (@files) {
        my ($name, $before) = @$_;
        my @now = lstat $name or gone($name), next;
        if ($digest{$name}) {
            there('f', $name, $before, $digest{$name}, changed($before, \@now));
        } else {
            sysopen(my $file, $name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) ? line('unreadable', $name, 'it cannot be read to its end') : gone($name);
        }
    }
}

# What a program says; of openssl only where it says that all was well.
sub output {
    my $pid = open(my $out, '-|') // die $!;
    if (!$pid) {
        open STDERR, '>', '/dev/null';
        exec @_;
        POSIX::_exit(127);
    }
    local $/;
    my $all = <$out>;
    return close $out || $_[0] eq 'sha256sum' ? $all : undef;
}

# A line for a path that is there.
sub there {
    my ($type, $name, $s, $content, $changing) = @_;
    my $names = $list ? syscall($list, $name, 0, 0) : -1;
    my $attributes = $names ? attributes($name, $names) // return gone($name) : '';
    print join("\0",
        $type,
        $name =~ tr/\\\n// ? field($name) : $name,
        $mode{ $s->[2] } //= sprintf('%04o', $s->[2] & 07777),
        $user{ $s->[4] } //= scalar(getpwuid $s->[4]) // "#$s->[4]",
        $group{ $s->[5] } //= scalar(getgrgid $s->[5]) // "#$s->[5]",
        $type eq 'f' ? $s->[7] : 0,
        $type eq 'l' ? field($content) : $content,
        $changing,
        $s->[3] > 1 && $type ne 'd' ? "$s->[0]:$s->[1]" : '',
        $attributes), "\n";
}

# Extended attributes, with their values in hexadecimal, and POSIX access lists in words, with names; after a "!" why they can't be told.
sub attributes {
    my ($name, $length) = @_;
    return "!no way to read them is known on $Config{archname}" if !$list;
    if ($length < 0) {
        return $! == EOPNOTSUPP ? '' : $! == ENOENT || $! == ENOTDIR ? undef : "!$!";
    }
    my $names = "\0" x ($length + 4096);
    $length = syscall $list, $name, $names, length $names;
    return $! == ENOENT || $! == ENOTDIR ? undef : "!$!" if $length < 0;
    my @told;
    for my $attribute (grep { /^user\.|^security\.capability$|^system\.(?:posix_acl_|nfs4_acl)/ } split /\0/, substr $names, 0, $length) {
        my $value = "\0" x 65536;
        my $size = syscall $get, $name, $attribute, $value, length $value;
        next if $size < 0 && $! == ENODATA;
        return $! == ENOENT || $! == ENOTDIR ? undef : "!$!" if $size < 0;
        $value = substr $value, 0, $size;
        push @told, unpack('H*', $attribute) . '=' . unpack 'H*', $attribute =~ /posix_acl/ ? access_list($value) : $value;
    }
    return join ' ', sort @told;
}

sub access_list {
    my @entries = unpack 'x4 (S< S< L<)*', shift;
    my @told;
    while (my ($tag, $may, $id) = splice @entries, 0, 3) {
        my $kind = { 1 => 'user', 2 => 'user', 4 => 'group', 8 => 'group', 16 => 'mask', 32 => 'other' }->{$tag};
        my $who = $tag == 2 ? scalar(getpwuid $id) // "#$id" : $tag == 8 ? scalar(getgrgid $id) // "#$id" : '';
        push @told, "$kind:$who:" . ($may & 4 ? 'r' : '-') . ($may & 2 ? 'w' : '-') . ($may & 1 ? 'x' : '-');
    }
    return join ',', sort @told;
}
