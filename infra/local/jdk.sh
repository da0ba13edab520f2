# Sourced by ./run and ./test: finds a JDK 25 and exports JAVA_HOME, or ends with one line and exit code 3.

is_jdk_25() { [[ -x $1/bin/javac && $("$1/bin/java" -version 2>&1) == *'version "25'* ]]; }

find_jdk() {
  local home java
  java=$(command -v java 2>/dev/null || true)
  for home in "${JAVA_HOME-}" /usr/lib/jvm/*25* "${java:+$(dirname "$(dirname "$(readlink -f "$java")")")}"; do
    if [[ -n $home ]] && is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  echo "hoingo: no JDK 25 found: set JAVA_HOME to one, install one under /usr/lib/jvm, or put its java on the PATH" >&2
  exit 3
}
