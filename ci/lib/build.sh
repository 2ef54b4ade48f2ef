# Sourced with $home set to the checkout: keeps a runnable copy of what the sources say.
# shellcheck shell=sh
# shellcheck disable=SC2154 # $home is set by whoever sources this

# target/launcher/current names the copy that runs, in four lines: what it was built for, its directory, its java, its
# class path. Its modification time is the moment before the sources were read.
builds=$home/target/launcher

# Sets runtime, java and class_path, building first if need be.
ensure_built() {
    built_for="$home|${JAVA_HOME-}|$(command -v java || :)"
    if is_current; then return; fi
    need_build_tools
    mkdir -p "$builds"
    lock "$builds" "building"
    is_current || build
    exec 9<&-
}

is_current() {
    [ -f "$builds/current" ] || return 1
    {
        IFS= read -r for_whom
        IFS= read -r runtime
        IFS= read -r java
        IFS= read -r class_path
    } <"$builds/current" || return 1
    [ "$for_whom" = "$built_for" ] && [ -x "$java" ] && [ -f "$runtime/blackstart.jar" ] || return 1
    set -- "$home/src/main" "$home/pom.xml"
    for optional in "$home/.mvn" "$home/docs/schema"; do
        [ ! -e "$optional" ] || set -- "$@" "$optional"
    done
    [ -z "$(find "$@" -newer "$builds/current" -print -quit)" ]
}

need_build_tools() {
    if ! find_jdk; then
        fail "no JDK 17 or newer (looked at JAVA_HOME, PATH and /usr/lib/jvm)" \
            "./blackstart --setup installs it; or: sudo apt-get install openjdk-17-jdk-headless maven"
    elif ! has mvn; then
        fail "no Maven (mvn), which builds Blackstart from its sources" \
            "./blackstart --setup installs it; or: sudo apt-get install maven"
    fi
}

# Sets java_home to the first JDK (not a mere runtime) of version 17 or newer.
find_jdk() {
    for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || :)" "${BLACKSTART_JVMS:-/usr/lib/jvm}"/*/bin/java; do
        [ -x "$java" ] || continue
        properties=$("$java" -XshowSettings:properties -version 2>&1) || continue
        java_home=$(property java.home)
        version=$(property java.specification.version)
        if [ "${version%%.*}" -ge 17 ] 2>/dev/null && [ -x "$java_home/bin/javac" ]; then return 0; fi
    done
    return 1
}

property() {
    printf '%s\n' "$properties" | sed -n "s/^ *$1 = //p"
}

build() {
    java=$java_home/bin/java
    runtime=$builds/$(date +%s)-$$
    mkdir "$runtime"
    : >"$runtime/current"
    reason="building, as the sources have changed"
    [ -f "$builds/current" ] || reason="building, on first use"
    quietly "$reason" "$builds/build.log" package || {
        rm -rf "$runtime"
        fail "the build failed" "read $builds/build.log; to build by hand: mvn package"
    }
    cp "$home/target/blackstart.jar" "$home"/target/lib/*.jar "$runtime"
    class_path=$runtime/blackstart.jar
    for jar in "$runtime"/*.jar; do
        [ "$jar" = "$runtime/blackstart.jar" ] || class_path=$class_path:$jar
    done
    # Written without moving the modification time: what was changed during the build is built next time.
    printf '%s\n' "$built_for" "$runtime" "$java" "$class_path" >"$runtime/lines"
    touch -r "$runtime/current" "$runtime/lines"
    archive_classes
    mv "$runtime/lines" "$builds/current"
    forget_old_builds
}

# Runs in a process of its own, which Maven then is.
package() {
    cd "$home" || return
    rm -rf target/lib
    export JAVA_HOME="$java_home"
    # The warnings of a newer compiler are for those who work on Blackstart.
    exec mvn --quiet --batch-mode -Dstyle.color=never -Dmaven.test.skip -Dmaven.compiler.failOnWarning=false package
}

# A class-data archive halves the start-up time; without one everything works, only slower.
archive_classes() {
    (cd "$home" && "$java" -XX:ArchiveClassesAtExit="$runtime/blackstart.jsa" -XX:+UseSerialGC \
        -cp "$class_path" dev.blackstart.cli.Main access snowdrift </dev/null >"$runtime/archive.log" 2>&1) || :
}

# A copy is in use as long as its directory is locked by the program that runs from it.
forget_old_builds() {
    has flock || return 0
    for old in "$builds"/*/; do
        [ "$old" = "$runtime/" ] || ! flock -n "$old" true || rm -rf "$old"
    done
}
