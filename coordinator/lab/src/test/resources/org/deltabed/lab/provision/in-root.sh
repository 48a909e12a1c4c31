#!/bin/sh
# in-root.sh amd64|arm64 ROOT COMMAND...: runs a command in a root directory, in mounts of its own, which go with it.
# For arm64 also in a user name space of its own, whose kernel runs arm64 programs by qemu (Linux 6.7 and later): nothing is
# registered on the machine itself.
set -e
architecture=$1
root=$2
shift 2

if [ "$architecture" = arm64 ] && [ "$(id -u)" = 0 ] && [ -z "$DELTABED_IN_NAMESPACE" ]; then
  unshare --user sleep 86400 &
  holder=$!
  trap 'kill $holder' EXIT
  until [ "$(readlink /proc/$holder/ns/user)" != "$(readlink /proc/self/ns/user)" ]; do sleep 0.02; done
  echo "0 0 65536" >/proc/$holder/uid_map
  echo "0 0 65536" >/proc/$holder/gid_map
  DELTABED_IN_NAMESPACE=yes nsenter --user=/proc/$holder/ns/user unshare --mount "$0" "$architecture" "$root" "$@"
  exit
fi
if [ "$architecture" != arm64 ] && [ -z "$DELTABED_IN_NAMESPACE" ]; then
  export DELTABED_IN_NAMESPACE=yes
  exec unshare --mount "$0" "$architecture" "$root" "$@"
fi
unset DELTABED_IN_NAMESPACE
mount --bind "$root" "$root" # Java wants the root to be a mount
mount --rbind /dev "$root/dev"
mount --rbind /proc "$root/proc"
if [ "$architecture" = arm64 ]; then
  mount -t binfmt_misc binfmt_misc "$root/proc/sys/fs/binfmt_misc"
  magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'
  mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
  printf '%s' ":qemu-aarch64:M::$magic:$mask:/usr/bin/qemu-aarch64-static:F" \
    >"$root/proc/sys/fs/binfmt_misc/register"
fi
exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
  NOTIFY_SOCKET="$NOTIFY_SOCKET" "$@"
