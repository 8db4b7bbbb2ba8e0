# Sourced by ./mvnw and ./tandem: points JAVA_HOME at a JDK 25, or says in one line that there is none.
# Looks, in this order, at JAVA_HOME, the java on the PATH, and the usual places of Linux, macOS and SDKMAN.

tandem_is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

tandem_find_jdk25() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/*; do
    if [ -n "$candidate" ] && tandem_is_jdk25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "tandem: no JDK 25 found (JAVA_HOME is '${JAVA_HOME:-not set}'); install one, e.g. from https://adoptium.net, or set JAVA_HOME to it" >&2
  return 1
}

tandem_find_jdk25 || exit 1
