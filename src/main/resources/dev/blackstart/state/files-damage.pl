# Damages files, and says what it sees of it afterwards. In, each ended by NUL: what to do, and its arguments.
# Out: a line "key=value" for each thing that was seen; the last line is "done". Paths are hexadecimal in both, but for the first of pick.
use strict;
use Fcntl qw(:DEFAULT :mode :seek);
use File::Path ();
use POSIX ();

use constant PIECE => 1 << 20;

my ($do, @given) = split /\0/, do { local $/; <STDIN> };
my %can = (pick => \&pick, delete => \&delete_tree, truncate => \&truncate_file, owner => \&owner, mode => \&mode, ransom => \&ransom, swap => \&swap);
my %seen = $can{$do}->(@given);
print "$_=$seen{$_}\n" for sort keys %seen;
print "done\n";

# Chooses by a number among all that are compared: files that hold something, or directories that hold such files.
sub pick {
    my ($root, $want, $number, $most, @left_out) = @_;
    my @found = -d $root ? found($root, @left_out) : ('.');
    if ($want eq 'tree' && -d $root) {
        my %directories = map { m{^(.*)/[^/]*$}s ? ($1 => 1) : () } @found;
        delete $directories{'.'} if keys %directories > 1;
        @found = keys %directories;
    }
    @found = sort @found;
    die "there is no file in it that holds something\n" if !@found;
    $most = @found if $most > @found;
    my $count = 0;
    return map { (sprintf('%03d', $count++) => unpack 'H*', $_ eq '.' ? $root : "$root/" . substr $_, 2) } map { $found[($number + $_) % @found] } 0 .. $most - 1;
}

sub found {
    my ($root, @left_out) = @_;
    chdir $root or die "$root: $!\n";
    my $pid = open(my $found, '-|') // die $!;
    exec 'find', '.', '-mindepth', '1', '-regextype', 'posix-extended', '(', @left_out, ')', '-prune', '-o', '-type', 'f', '-size', '+0', '-print0' if !$pid;
    local $/ = "\0";
    chomp(my @names = <$found>);
    close $found or die "find ended with $?\n";
    return @names;
}

# Every path of a tree, what lies deepest first; $do is given each with what lstat says of it.
sub each_path {
    my ($path, $do) = @_;
    my @s = lstat $path or die "$path: $!\n";
    if (S_ISDIR($s[2])) {
        opendir my $directory, $path or die "$path: $!\n";
        for my $name (sort grep { !/^\.\.?$/ } readdir $directory) {
            each_path("$path/$name", $do);
        }
    }
    $do->($path, @s);
}

sub delete_tree {
    my ($path, $inside) = (pack('H*', $_[0]), $_[1]);
    my ($files, $bytes) = (0, 0);
    each_path($path, sub { my ($name, @s) = @_; $files++, $bytes += S_ISREG($s[2]) ? $s[7] : 0 if !S_ISDIR($s[2]) });
    if ($inside) {
        opendir my $directory, $path or die "$path: $!\n";
        File::Path::remove_tree(map { "$path/$_" } grep { !/^\.\.?$/ } readdir $directory);
        rewinddir $directory;
        die "$path is not empty\n" if grep { !/^\.\.?$/ } readdir $directory;
    } elsif (-d $path && !-l $path) {
        File::Path::remove_tree($path);
    } else {
        unlink $path or die "$path: $!\n";
    }
    die "$path is still there\n" if !$inside && lstat $path;
    return (files => $files, bytes => $bytes);
}

sub truncate_file {
    my $path = pack 'H*', shift;
    my $was = size($path);
    truncate $path, int $was / 2 or die "$path: $!\n";
    my $is = size($path);
    die "$path is as long as it was\n" if $is >= $was;
    return (was => $was, is => $is);
}

sub size {
    my ($path) = @_;
    my @s = lstat $path or die "$path: $!\n";
    die "$path is no file that holds something\n" if !S_ISREG($s[2]) || !$s[7];
    return $s[7];
}

sub owner {
    my $path = pack 'H*', shift;
    my @s = lstat $path or die "$path: $!\n";
    my $to = $s[4] ? 0 : getpwnam('nobody') // 65534;
    my ($paths, $first, $was) = (0);
    my $change = sub {
        my ($name, @s) = @_;
        return if $s[4] == $to;
        POSIX::lchown($to, $s[5], $name) or die "$name: $!\n";
        die "$name: its owner is what it was\n" if (lstat $name)[4] != $to;
        ($first, $was) = ($name, $s[4]);
        $paths++;
    };
    each_path($path, $change);
    die "nobody else owns anything in it\n" if !$paths;
    return (paths => $paths, first => unpack('H*', $first), was => scalar(getpwuid $was) // $was, is => scalar(getpwuid $to) // $to);
}

sub mode {
    my $path = pack 'H*', shift;
    my ($paths, $first, $was, $is) = (0);
    my $change = sub {
        my ($name, @s) = @_;
        return if S_ISLNK($s[2]);
        my $mode = $s[2] & 07777;
        my $to = $mode & 077 ? $mode & ~077 : $mode | 066;
        chmod $to, $name or die "$name: $!\n";
        my $now = (lstat $name)[2] & 07777;
        die "$name: its mode is what it was\n" if $now == $mode;
        ($first, $was, $is) = ($name, $mode, $now);
        $paths++;
    };
    each_path($path, $change);
    die "nothing in it has a mode\n" if !$paths;
    return (paths => $paths, first => unpack('H*', $first), was => sprintf('%04o', $was), is => sprintf('%04o', $is));
}

# A key as long as the files, that nobody keeps, so that nothing but a backup brings them back.
sub ransom {
    my ($path, $extension) = (pack('H*', $_[0]), $_[1] // '');
    my ($files, $bytes, $first) = (0, 0);
    open my $key, '<:raw', '/dev/urandom' or die "/dev/urandom: $!\n";
    my $encrypt = sub {
        my ($name, @s) = @_;
        return if !S_ISREG($s[2]) || !$s[7];
        open my $file, '+<:raw', $name or die "$name: $!\n";
        for (my $at = 0; $at < $s[7]; $at += PIECE) {
            my $plain = piece($file, $at, $s[7]);
            my $pad;
            do { read $key, $pad, length $plain or die "/dev/urandom: $!\n" } while $pad !~ /[^\0]/;
            put($file, $at, $plain ^ $pad);
            die "$name: it does not hold what was written\n" if piece($file, $at, $s[7]) ne ($plain ^ $pad);
        }
        close $file or die "$name: $!\n";
        if (length $extension) {
            rename $name, $name . $extension or die "$name: $!\n";
            die "$name is still there\n" if lstat $name or !lstat "$name$extension";
        }
        $first = $name;
        $files++;
        $bytes += $s[7];
    };
    each_path($path, $encrypt);
    die "there is no file in it that holds something\n" if !$files;
    return (files => $files, bytes => $bytes, first => unpack 'H*', $first . $extension);
}

# The first with the first of the others that holds something else.
sub swap {
    my ($one, @others) = map { pack 'H*', $_ } @_;
    my $size = size($one);
    my ($other) = grep { $_ ne $one && differ($one, $_) } @others;
    die "no other file holds anything else\n" if !defined $other;
    my $size_of_other = size($other);
    open my $this, '+<:raw', $one or die "$one: $!\n";
    open my $that, '+<:raw', $other or die "$other: $!\n";
    my $longer = $size > $size_of_other ? $size : $size_of_other;
    for (my $at = 0; $at < $longer; $at += PIECE) {
        my ($a, $b) = (piece($this, $at, $size), piece($that, $at, $size_of_other));
        put($this, $at, $b);
        put($that, $at, $a);
        die "they do not hold what was written\n" if piece($this, $at, $size_of_other) ne $b || piece($that, $at, $size) ne $a;
    }
    truncate $this, $size_of_other or die "$one: $!\n";
    truncate $that, $size or die "$other: $!\n";
    close $this and close $that or die "they cannot be written: $!\n";
    die "they are as long as they were\n" if size($one) != $size_of_other || size($other) != $size;
    return (other => unpack('H*', $other), size => $size, othersize => $size_of_other);
}

sub differ {
    my ($one, $other) = @_;
    my ($a, $b) = ((lstat $one)[7], (lstat $other)[7]);
    return 1 if $a != $b;
    open my $this, '<:raw', $one or die "$one: $!\n";
    open my $that, '<:raw', $other or die "$other: $!\n";
    for (my $at = 0; $at < $a; $at += PIECE) {
        return 1 if piece($this, $at, $a) ne piece($that, $at, $b);
    }
    return 0;
}

# What a file holds from there on, as far as it reaches.
sub piece {
    my ($file, $at, $size) = @_;
    my $length = $size - $at > PIECE ? PIECE : $size - $at;
    return '' if $length <= 0;
    seek $file, $at, SEEK_SET or die $!;
    my $read = read $file, my $bytes, $length;
    die "it ends before $at\n" if !defined $read || $read != $length;
    return $bytes;
}

sub put {
    my ($file, $at, $bytes) = @_;
    seek $file, $at, SEEK_SET or die $!;
    print {$file} $bytes or die $!;
    my $before = select $file;
    $| = 1;
    select $before;
}
