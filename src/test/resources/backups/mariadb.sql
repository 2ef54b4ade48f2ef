create database shop character set latin1 collate latin1_german1_ci;
use shop;
create user app@'10.%' identified by 'of-the-website';
create user reader@localhost identified by 'of-the-reader';
create role clerk;
create table orders (
    id int auto_increment primary key, status varchar(10), name varchar(60) character set utf8mb4, n int check (n between 1 and 5),
    f float, d double, b bit(3), bl blob, j json, g geometry, ts timestamp default current_timestamp,
    v int as (n + 1) virtual, st int as (n * 2) stored, key by_name (name), fulltext (status)
);
insert into orders (status, name, n, f, d, b, bl, j, g, ts)
select concat('s', seq % 7), concat('Grün 😀 ', seq), 1 + seq % 5, seq / 7, seq / 7, seq % 8, unhex(md5(seq)), '{"a": 1}', point(seq, 1),
    '2026-01-01' + interval seq hour
from seq_1_to_500;
delete from orders where id > 490;
create table archived like orders;
insert into archived (id, status, name, n, f, d, b, bl, j, g, ts) select id, status, name, n, f, d, b, bl, j, g, ts from orders where id <= 100;
create table bills (id int primary key, ord int, foreign key (ord) references orders (id)) comment 'what is owed';
insert into bills select id, id from orders;
create table plain (n int) engine=MyISAM;
insert into plain values (3), (1), (2), (null);
create table numbered (id int auto_increment primary key) auto_increment=1000;
create table parts (id int, key (id)) partition by hash (id) partitions 3;
insert into parts select seq from seq_1_to_100;
create sequence numbers start with 5;
do nextval(numbers);
create definer=app@'10.%' view open as select id, status from orders;
create function f() returns int deterministic return 1;
delimiter //
create procedure p(x int) begin
select '😀';
end //
delimiter ;
create trigger t before insert on bills for each row set new.ord = coalesce(new.ord, 1);
create event e on schedule every 1 day starts '2026-01-01 00:00:00' do select 1;
grant select on shop.* to app@'10.%';
grant select (id), update (n) on shop.orders to clerk;
grant execute on procedure shop.p to clerk;
grant clerk to app@'10.%';
set default role clerk for app@'10.%';
