# Prints the number and the last byte in use of each page of an InnoDB file that holds rows of its table: FILE SIZE; then end.
# Rows lie in the leaves of the index that was made first; the others lead to it.
use strict;
use warnings;

my ($path, $size) = @ARGV;
my $INDEX = 17855;
my %pages;
open my $file, '<:raw', $path or die "$path: $!";
for (my $number = 0; read $file, my $page, $size; $number++) {
    last if length $page < $size;
    my ($type) = unpack 'n', substr $page, 24, 2;
    my ($top) = unpack 'n', substr $page, 40, 2;
    my ($rows) = unpack 'n', substr $page, 54, 2;
    my ($level) = unpack 'n', substr $page, 64, 2;
    my ($index) = unpack 'Q>', substr $page, 66, 8;
    push @{$pages{$index}}, "$number $top" if $type == $INDEX && $level == 0 && $rows > 0;
}
my ($first) = sort { $a <=> $b } keys %pages;
print "$_\n" for defined $first ? @{$pages{$first}} : ();
print "end\n";
