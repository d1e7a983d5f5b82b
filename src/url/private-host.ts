/**
 * Hosts that are not on the public internet. Pure, on host names as `URL` writes them: it has turned decimal, hexadecimal and
 * octal IPv4 into dots already, put IPv6 into brackets and lower case, and made `::ffff:10.0.0.1` hexadecimal.
 * A public name that leads to a private address is not seen: only a resolver, or the network itself, can stop that.
 */

/** RFC 6761 and 6762, RFC 8375, ICANN's `.internal`, and suffixes that home and office routers use. */
const LOCAL_ENDINGS = [
  "localhost",
  "local",
  "internal",
  "home.arpa",
  "localdomain",
  "lan",
  "home",
  "corp",
  "intranet",
  "private",
  "test",
];

/** IANA's special-purpose registry, https://www.iana.org/assignments/iana-ipv4-special-registry (read 2026-11-20). */
const IPV4_BLOCKS: readonly (readonly [base: string, prefixBits: number, kind: string])[] = [
  ["0.0.0.0", 8, "this computer"],
  ["10.0.0.0", 8, "a private network"],
  ["100.64.0.0", 10, "a network behind a provider's NAT"],
  ["127.0.0.0", 8, "this computer"],
  ["169.254.0.0", 16, "the local link"],
  ["172.16.0.0", 12, "a private network"],
  ["192.0.0.0", 24, "a reserved range"],
  ["192.0.2.0", 24, "a reserved range"],
  ["192.168.0.0", 16, "a private network"],
  ["198.18.0.0", 15, "a reserved range"],
  ["198.51.100.0", 24, "a reserved range"],
  ["203.0.113.0", 24, "a reserved range"],
  ["224.0.0.0", 4, "a multicast range"],
  ["240.0.0.0", 4, "a reserved range"],
];

/** The kind of network, for a message; `undefined` for a host on the public internet. */
export function privateHostKind(hostname: string): string | undefined {
  if (hostname.startsWith("[")) return ipv6Kind(ipv6Groups(hostname.slice(1, -1)));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return ipv4Kind(ipv4Number(hostname));
  // One dot at the end is the DNS root. More than one is invalid, but resolvers may accept it.
  const name = hostname.replace(/\.+$/, "");
  if (name === "localhost" || name.endsWith(".localhost")) return "this computer";
  // A name without a dot is looked up in the local network's domain.
  const isLocal = !name.includes(".") || LOCAL_ENDINGS.some((ending) => name.endsWith(`.${ending}`));
  return isLocal ? "a local network" : undefined;
}

function ipv4Number(dotted: string): number {
  return dotted.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function ipv4Kind(address: number): string | undefined {
  const block = IPV4_BLOCKS.find(([base, prefixBits]) => {
    const size = 2 ** (32 - prefixBits);
    return Math.floor(address / size) === Math.floor(ipv4Number(base) / size);
  });
  return block?.[2];
}

/** Eight numbers of 16 bits. */
function ipv6Groups(text: string): readonly number[] {
  const [head = "", tail] = text.split("::");
  const read = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  const [first, last] = [read(head), read(tail ?? "")];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}

/** Only 2000::/3 is assigned as global unicast; a few ranges in it are not global, or carry an IPv4 address. */
function ipv6Kind(groups: readonly number[]): string | undefined {
  const [g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0, g5 = 0, g6 = 0, g7 = 0] = groups;
  const embedded = (high: number, low: number) => ipv4Kind(high * 65_536 + low);
  if ((g0 | g1 | g2 | g3 | g4) === 0) {
    if ((g5 | g6) === 0 && g7 <= 1) return "this computer";
    // ::ffff:0:0/96 is an IPv4 address mapped to IPv6.
    if (g5 === 0xffff) return embedded(g6, g7);
  }
  if (g0 >= 0xfc00 && g0 <= 0xfdff) return "a private network";
  if (g0 >= 0xfe80 && g0 <= 0xfebf) return "the local link";
  if (g0 >= 0xff00) return "a multicast range";
  // A 6to4 address leads to the IPv4 address inside it.
  if (g0 === 0x2002) return embedded(g1, g2);
  const isReserved =
    g0 < 0x2000 || g0 > 0x3fff || (g0 === 0x2001 && (g1 < 0x200 || g1 === 0xdb8)) || (g0 === 0x3fff && g1 < 0x1000);
  return isReserved ? "a reserved range" : undefined;
}
