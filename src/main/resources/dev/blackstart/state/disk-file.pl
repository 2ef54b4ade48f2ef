# Damages a file in place, and reads back through it: FILE OFFSET LENGTH read|flip|zero, FILE LENGTH 0 cut, FILE 0 0 delete.
# Prints what was there and what is there now: the bytes, or the length, or 1 and whether it is there.
use strict;
use warnings;

my ($path, $offset, $length, $how) = @ARGV;

sub bytes {
    open my $file, '<:raw', $path or die "$path: $!";
    sysseek $file, $offset, 0 or die $!;
    my $read = sysread $file, my $bytes, $length;
    die "$path ends before $offset" unless defined $read && $read == $length;
    return $bytes;
}

if ($how eq 'cut') {
    my $before = -s $path;
    defined $before or die "$path: $!";
    truncate $path, $offset or die "$path: $!";
    print $before, ' ', -s $path;
} elsif ($how eq 'delete') {
    unlink $path or die "$path: $!";
    print '1 ', -e $path ? 1 : 0;
} else {
    my $before = bytes();
    if ($how ne 'read') {
        open my $file, '+<:raw', $path or die "$path: $!";
        sysseek $file, $offset, 0 or die $!;
        syswrite($file, $how eq 'zero' ? "\0" x $length : ~$before) == $length or die $!;
        close $file or die $!;
    }
    print unpack('H*', $before), ' ', unpack('H*', bytes());
}
