# shellcheck shell=bash
# What the scripts in bin share; they source it, having set ROOT. Works with bash 3.2, which is what macOS has.

readonly WANTED_JDK=25

say() {
  printf '%s\n' "$*"
}

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The specification version of the JDK in a folder ("25"), or nothing when there is no whole JDK in it.
jdk_version() {
  [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 0
  "$1/bin/java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

# Folders in which a JDK may be, those that somebody chose first.
jdk_candidates() {
  if [[ -n "${JAVA_HOME:-}" ]]; then
    printf '%s\n' "$JAVA_HOME"
  fi
  if command -v javac >/dev/null; then
    javac -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' || true
  fi
  if [[ -x /usr/libexec/java_home ]]; then
    /usr/libexec/java_home -v "$WANTED_JDK+" 2>/dev/null || true
  fi
  local folder
  for folder in /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home; do
    if [[ -d "$folder" ]]; then
      printf '%s\n' "$folder"
    fi
  done
}

# Sets JAVA_HOME to a JDK that is new enough, or ends with a sentence.
use_jdk() {
  local home version
  while IFS= read -r home; do
    version=$(jdk_version "$home")
    if [[ -n "$version" && "$version" -ge "$WANTED_JDK" ]]; then
      export JAVA_HOME="$home"
      return
    fi
  done < <(jdk_candidates)
  die "Postroom needs a JDK $WANTED_JDK or newer and found none: install one, or set JAVA_HOME to where it is."
}

# Sets MVN to the machine's Maven when it is new enough, otherwise to the wrapper.
use_maven() {
  local version
  MVN="$ROOT/mvnw"
  if command -v mvn >/dev/null; then
    version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    local major=${version% *} minor=${version#* }
    if [[ -n "$version" ]] && ((major > 3 || (major == 3 && minor >= 8))); then
      MVN=mvn
    fi
  fi
}

# Where the packaged application is, and what it is started with.
readonly APP="$ROOT/src/target/quarkus-app/quarkus-run.jar"

# Loaded classes, ready for use: the start takes less work. The manifest allows what loads native code.
readonly ARCHIVE="$ROOT/src/target/quarkus-app/app.aot"
readonly START_FLAGS=("-XX:AOTCache=$ARCHIVE")

# True when the application has never been packaged or a source is newer than the package.
package_is_old() {
  [[ -f "$APP" && -f "$ARCHIVE" ]] || return 0
  [[ -n "$(find "$ROOT/pom.xml" "$ROOT/src/pom.xml" "$ROOT/src/main" \
    "$ROOT"/modules/*/pom.xml "$ROOT"/modules/*/src/main -newer "$APP" -type f)" ]]
}

# Packages the application when it is absent or old: a line per module here, everything in a log, shown when it fails.
build_when_old() {
  if ! package_is_old; then
    return
  fi
  local log="$ROOT/target/build.log"
  mkdir -p "$ROOT/target"
  use_maven
  say "Building Postroom (all that Maven says is in target/build.log) ..."
  if ! (cd "$ROOT" && "$MVN" -B -ntp -Dmaven.test.skip=true -Dquick \
    -Dquarkus.package.jar.appcds.enabled=true verify 2>&1) | tee "$log" | show_modules; then
    tail -n 60 "$log" >&2
    die "The build failed; everything that Maven said is in $log."
  fi
}

# One short line for each module that Maven begins.
show_modules() {
  local line
  while IFS= read -r line; do
    if [[ "$line" =~ ^\[INFO\]\ Building\ (Postroom:?.*)\ [^\ ]+\ +(\[.*\])$ ]]; then
      say "  ${BASH_REMATCH[2]} ${BASH_REMATCH[1]}"
    fi
  done
}
