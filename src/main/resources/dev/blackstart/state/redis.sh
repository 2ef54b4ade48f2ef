# Says what a Redis holds: a line for each key, then the time, then "end". Arguments: the text that everything of the
# workload's holds, then what redis-cli needs to reach the server. Few keys are read at once, so that nobody waits for long.
command -v redis-cli >/dev/null || { echo "redis-cli is not there: install Debian's package redis-tools" >&2; exit 69; }

batch='
local database, cursor, mark = ARGV[1], ARGV[2], ARGV[3]
local function next_database(after)
    local next
    for number in redis.call("info", "keyspace"):gmatch("db(%d+):") do
        number = tonumber(number)
        if number > after and (not next or number < next) then next = number end
    end
    return next and "next " .. next .. " 0" or "last"
end
if database == "-1" then return {next_database(-1)} end
redis.call("select", database)

-- Sums of hashes: the order in which a set or a hash is kept is no content of it. In what has an order, each has its place.
local function digest(parts)
    local sums, count = {0, 0, 0, 0, 0}, 0
    for _, part in ipairs(parts) do
        if not part:find(mark, 1, true) then
            local hash = redis.sha1hex(part)
            for i = 1, 5 do
                sums[i] = (sums[i] + tonumber(hash:sub(i * 8 - 7, i * 8), 16)) % 4294967296
            end
            count = count + 1
        end
    end
    return count, ("%08x%08x%08x%08x%08x"):format(unpack(sums))
end
local function pairs_of(list, second)
    local parts = {}
    for i = 1, #list, 2 do parts[#parts + 1] = #list[i] .. ":" .. list[i] .. second(list[i + 1]) end
    return parts
end
local function same(text) return text end
local function score(text) return ("%.17g"):format(tonumber(text)) end
local function groups(key, parts)
    for _, group in ipairs(redis.call("xinfo", "groups", key)) do
        local facts = {}
        for i = 1, #group, 2 do facts[group[i]] = tostring(group[i + 1]) end
        parts[#parts + 1] = table.concat({"group", facts.name, facts.pending, facts["last-delivered-id"]}, " ")
    end
    return parts
end
local read = {
    string = function(key) return {redis.call("get", key)} end,
    list = function(key)
        local parts = redis.call("lrange", key, 0, -1)
        local place = 0
        for i, part in ipairs(parts) do
            if not part:find(mark, 1, true) then place = place + 1 end
            parts[i] = place .. ":" .. part
        end
        return parts
    end,
    set = function(key) return redis.call("smembers", key) end,
    zset = function(key) return pairs_of(redis.call("zrange", key, 0, -1, "withscores"), score) end,
    hash = function(key) return pairs_of(redis.call("hgetall", key), same) end,
    stream = function(key)
        local parts = {}
        for _, entry in ipairs(redis.call("xrange", key, "-", "+")) do
            parts[#parts + 1] = entry[1] .. table.concat(pairs_of(entry[2], function(text) return #text .. ":" .. text end))
        end
        return groups(key, parts)
    end,
}
local function hex(text)
    return (text:gsub(".", function(one) return ("%02x"):format(one:byte()) end))
end

local now = redis.call("time")
local found = redis.call("scan", cursor, "count", 100)
local lines = {found[1] == "0" and next_database(tonumber(database)) or "next " .. database .. " " .. found[1]}
for _, key in ipairs(found[2]) do
    local kind = redis.call("type", key).ok
    if kind ~= "none" and not key:find(mark, 1, true) then
        local count, content = digest((read[kind] or function() return {redis.call("dump", key)} end)(key))
        local left = redis.call("pttl", key)
        local deadline = left < 0 and "-" or ("%.0f"):format(now[1] * 1000 + now[2] / 1000 + left)
        if count > 0 then
            lines[#lines + 1] = table.concat({"key", database, hex(key), kind, count, content, deadline}, "\t")
        end
    end
end
return lines
'

mark=$1
shift
at='next -1 0'
while [ "$at" != last ]; do
    # shellcheck disable=SC2086 # the two numbers of a place
    answer=$(redis-cli "$@" --raw eval "$batch" 0 ${at#next } "$mark" 2>&1)
    at=${answer%%$'\n'*}
    case $at in
        next\ * | last) ;;
        *)
            printf 'fault\t%s\nend\n' "${answer//[$'\n\r\t']/ }"
            exit 0 ;;
    esac
    [ "$answer" = "$at" ] || printf '%s\n' "${answer#*$'\n'}"
done
printf 'now\t%s\nend\n' "$(date +%s%3N)"
