# Sourced by ./watchbill and ./check: finds a JDK that can build and run Watchbill.
#
#   jdk=$(find_jdk) || exit 1
#
# Prints the folder of the first JDK of at least this version, looking at JAVA_HOME, then at PATH,
# then in the usual folders. When there is none, says what to do and fails.
wanted_jdk=25

# The feature version (25, 17, ...) of the JDK in folder $1; nothing if there is no JDK there.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local line
  if [ -r "$1/release" ]; then
    # The release file answers without starting a JVM.
    line=$(grep '^JAVA_VERSION=' "$1/release")
    line=${line#*\"}
  else
    line=$("$1/bin/javac" -version 2>&1)
    line=${line#javac }
  fi
  printf '%s' "${line%%[!0-9]*}"
}

find_jdk() {
  local on_path="" home version seen=""
  if command -v javac >/dev/null; then
    on_path=$(command -v javac)
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for home in "${JAVA_HOME-}" "$on_path" \
    /usr/lib/jvm/* /opt/* /opt/*/Contents/Home /usr/java/* \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
    [ -n "$home" ] || continue
    version=$(jdk_version "$home")
    [ -n "$version" ] || continue
    if [ "$version" -ge "$wanted_jdk" ]; then
      printf '%s\n' "$home"
      return 0
    fi
    seen="$seen
  $home is version $version"
  done
  {
    echo "Watchbill needs a JDK $wanted_jdk or newer, and I can find none on this machine."
    [ -z "$seen" ] || echo "Too old:$seen"
    echo "Install one (https://adoptium.net), or say where it is:"
    echo "  JAVA_HOME=/where/it/is $0"
  } >&2
  return 1
}
