# shellcheck shell=bash
# What the tests need beside Java: real mail servers and databases, a browser, fonts. Sourced by bin/test after common.sh.

readonly PACKAGES=(
  dovecot-imapd dovecot-pop3d dovecot-lmtpd
  cyrus-common sasl2-bin openssl
  chromium fonts-noto-core fonts-noto-cjk
  postgresql-15 pgbouncer haproxy libfaketime
)

# The packages of Cyrus and Dovecot exclude each other: this part of Cyrus is unpacked beside, where its own user may read it.
readonly CYRUS_PACKAGES=(cyrus-imapd cyrus-pop3d)
if ((EUID == 0)); then
  readonly CYRUS_HOME=/var/cache/postroom/cyrus
else
  readonly CYRUS_HOME="${XDG_CACHE_HOME:-$HOME/.cache}/postroom/cyrus"
fi

readonly POLICY=/usr/sbin/policy-rc.d

# Without it, installing PostgreSQL makes a cluster that starts with the machine.
readonly NO_CLUSTER=/etc/postgresql-common/createcluster.d/postroom-tests.conf

# What these packages would start with the machine from now on: the tests start servers of their own.
readonly SERVICES=(dovecot cyrus-imapd postgresql pgbouncer haproxy)
readonly AT_BOOT=/etc/systemd/system/multi-user.target.wants

package_is_there() {
  case "$1" in
    dovecot-imapd) [[ -x /usr/lib/dovecot/imap ]] ;;
    dovecot-pop3d) [[ -x /usr/lib/dovecot/pop3 ]] ;;
    dovecot-lmtpd) [[ -x /usr/lib/dovecot/lmtp ]] ;;
    cyrus-common) [[ -x /usr/lib/cyrus/bin/master ]] ;;
    openssl) [[ -x /usr/bin/openssl ]] ;;
    sasl2-bin) [[ -x /usr/sbin/saslpasswd2 ]] ;;
    chromium) [[ -x /usr/bin/chromium ]] ;;
    fonts-noto-core) [[ -d /usr/share/fonts/truetype/noto ]] ;;
    fonts-noto-cjk) [[ -d /usr/share/fonts/opentype/noto ]] ;;
    postgresql-15) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    pgbouncer) [[ -x /usr/sbin/pgbouncer ]] ;;
    haproxy) [[ -x /usr/sbin/haproxy ]] ;;
    libfaketime) compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null ;;
  esac
}

missing_packages() {
  local package
  for package in "${PACKAGES[@]}"; do
    if ! package_is_there "$package"; then
      printf '%s\n' "$package"
    fi
  done
}

cyrus_is_there() {
  [[ -x "$CYRUS_HOME/usr/lib/cyrus/bin/imapd" && -x "$CYRUS_HOME/usr/lib/cyrus/bin/pop3d" ]]
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null
}

# Sees to it that everything is there, or names what is not. Touches nothing when all is there.
install_packages() {
  local missing
  read -r -d '' -a missing < <(missing_packages) || true
  if ((${#missing[@]} > 0)); then
    may_install || die "The tests need Debian packages that are absent and that only root may install: ${missing[*]}"
    say "Installing what the tests need: ${missing[*]} ..."
    local before
    read -r -d '' -a before < <(services_at_boot) || true
    with_services_off without_cluster apt_get install "${missing[@]}" || true
    keep_off_at_boot "${before[@]}"
    read -r -d '' -a missing < <(missing_packages) || true
    ((${#missing[@]} == 0)) || die "The tests need Debian packages that could not be installed: ${missing[*]}"
  fi
  if ! cyrus_is_there; then
    command -v apt-get >/dev/null || die "The tests need the Debian packages ${CYRUS_PACKAGES[*]}, unpacked in $CYRUS_HOME."
    say "Unpacking ${CYRUS_PACKAGES[*]} into $CYRUS_HOME ..."
    unpack_cyrus
  fi
}

# Runs something while Debian is told to start no service, unless somebody has told it something already.
with_services_off() {
  if [[ ! -e "$POLICY" ]]; then
    trap 'as_root rm -f "$POLICY"' EXIT
    trap 'exit 130' INT TERM HUP
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$POLICY" >/dev/null
    as_root chmod 0755 "$POLICY"
    local status=0
    "$@" || status=$?
    as_root rm -f "$POLICY"
    trap - EXIT INT TERM HUP
    return "$status"
  else
    "$@"
  fi
}

services_at_boot() {
  local service
  for service in "${SERVICES[@]}"; do
    if [[ -L "$AT_BOOT/$service.service" ]]; then
      printf '%s\n' "$service"
    fi
  done
}

# Keeps the services from starting with the machine, but for these, which did so before.
keep_off_at_boot() {
  local service
  for service in $(services_at_boot); do
    if [[ " $* " != *" $service "* ]]; then
      as_root rm -f "$AT_BOOT/$service.service"
    fi
  done
}

# Runs something while PostgreSQL's packages are told to make no cluster.
without_cluster() {
  local status=0
  as_root mkdir -p "$(dirname "$NO_CLUSTER")"
  printf 'create_main_cluster = false\n' | as_root tee "$NO_CLUSTER" >/dev/null
  "$@" || status=$?
  as_root rm -f "$NO_CLUSTER"
  return "$status"
}

# apt-get with the lists as they are, and once more with new lists when they are too old.
apt_get() {
  try_apt_get "$@" >/dev/null 2>&1 || {
    as_root apt-get update -qq
    try_apt_get "$@" >/dev/null
  }
}

try_apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends "$@"
}

unpack_cyrus() {
  local folder package
  folder=$(mktemp -d /tmp/postroom-cyrus.XXXXXX)
  (cd "$folder" && { apt-get download -qq "${CYRUS_PACKAGES[@]}" 2>/dev/null || {
    may_install && as_root apt-get update -qq && apt-get download -qq "${CYRUS_PACKAGES[@]}"
  }; }) || die "The tests need the Debian packages ${CYRUS_PACKAGES[*]}, which could not be downloaded."
  mkdir -p "$(dirname "$CYRUS_HOME")"
  rm -rf "$CYRUS_HOME"
  for package in "$folder"/*.deb; do
    dpkg-deb -x "$package" "$folder/root"
  done
  chmod 0755 "$folder/root"
  mv "$folder/root" "$CYRUS_HOME"
  rm -rf "$folder"
}
