# Turns every bit of 16 bytes amid each of the newest files, and reads them back: PATH HOW-MANY BYTES-AT-LEAST CHANCE.
# Prints a line for each file; the last line is "done". Locks come and go, and a flip in one hits nothing.
use strict;
use warnings;

use constant WIDTH => 16;
use constant QUARTERS => 4;

my ($path, $most, $least, $chance) = @ARGV;

sub bytes {
    my ($name, $offset) = @_;
    open my $file, '<:raw', $name or die "$name: $!\n";
    sysseek $file, $offset, 0 or die "$name: $!\n";
    my $read = sysread $file, my $bytes, WIDTH;
    die "$name ends before $offset\n" unless defined $read && $read == WIDTH;
    return $bytes;
}

sub found {
    my $pid = open(my $found, '-|') // die $!;
    exec 'find', $path, '-type', 'f', '!', '-name', '*lock*', '-printf', '%T@ %s %p\0' if !$pid;
    local $/ = "\0";
    chomp(my @lines = <$found>);
    close $found or die "the files cannot be listed\n";
    return map { [split / /, $_, 3] } @lines;
}

my @newest = sort { $b->[0] <=> $a->[0] || $b->[2] cmp $a->[2] }
    grep { $_->[1] >= $least && $_->[1] >= QUARTERS * WIDTH } found();
die sprintf "%d files of at least %d bytes are there, and %d are to be damaged\n", scalar @newest, $least, $most
    if @newest < $most;

my @told;
for my $file (@newest[0 .. $most - 1]) {
    my ($time, $size, $name) = @$file;
    my $offset = int($size / QUARTERS) + $chance % (int($size / 2) - WIDTH + 1);
    my $before = bytes($name, $offset);
    open my $disk, '+<:raw', $name or die "$name: $!\n";
    sysseek $disk, $offset, 0 or die "$name: $!\n";
    syswrite($disk, ~$before) == WIDTH or die "$name: $!\n";
    close $disk or die "$name: $!\n";
    system('touch', '-d', "\@$time", $name) == 0 or die "$name has lost its time\n";
    bytes($name, $offset) eq ~$before or die "$name still reads as before\n";
    $name =~ s/[^ -~]/?/g;
    push @told, sprintf "%d bytes flipped at offset %d of the %d bytes of %s", WIDTH, $offset, $size, $name;
}
print "$_\n" for @told;
print "done\n";
