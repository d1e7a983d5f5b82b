/** Addresses: none of this computer or network may be asked, in whatever notation it is written. */
import fc from "fast-check";
import { BlockList } from "node:net";
import { ImageError } from "../../../src/shared/errors.js";
import { checkImageUrl } from "../../../src/url/check-image-url.js";
import { parseImageUrl } from "../../../src/url/url-rules.js";
import { type FuzzTarget, must } from "../fuzz-target.js";

/** Node's own arithmetic of ranges, as another opinion than ours. IANA's special-purpose registries. */
const special = new BlockList();
/** First and last address of each range, and their neighbours outside. */
const edges: number[] = [];
for (const range of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]) {
  const [base = "", bits] = range.split("/");
  special.addSubnet(base, Number(bits));
  const first = base.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const last = first + 2 ** (32 - Number(bits)) - 1;
  edges.push(...[first - 1, first, last, last + 1].filter((edge) => edge >= 0 && edge <= 0xffff_ffff));
}

const address = fc.oneof(
  fc.nat(0xffff_ffff),
  fc
    .tuple(fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 255), fc.nat(0xff_ffff))
    .map(([first, rest]) => first * 2 ** 24 + rest),
  fc.constantFrom(...edges),
);

const octets = (value: number) => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
const dotted = (value: number) => octets(value).join(".");
const groups = (value: number) => `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`;
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** One IPv4 address as URLs may write it. */
const NOTATIONS: readonly ((value: number) => string)[] = [
  dotted,
  (value) => `${dotted(value)}.`,
  String,
  (value) => `0x${value.toString(16)}`,
  (value) => `0${value.toString(8)}`,
  (value) =>
    octets(value)
      .map((octet) => `0x${octet.toString(16)}`)
      .join("."),
  (value) =>
    octets(value)
      .map((octet) => `0${octet.toString(8)}`)
      .join("."),
  (value) => `${Math.floor(value / 2 ** 24)}.${value % 2 ** 24}`,
  (value) => `${Math.floor(value / 2 ** 24)}.${Math.floor(value / 65_536) % 256}.0x${(value % 65_536).toString(16)}`,
  (value) => fullWidth(dotted(value)),
  (value) => dotted(value).replaceAll(".", "\u3002"),
  (value) => encodeURIComponent(dotted(value)).replace(/\d/g, (digit) => `%3${digit}`),
  (value) => `[::ffff:${dotted(value)}]`,
  (value) => `[::ffff:${groups(value)}]`,
  (value) => `[0:0:0:0:0:ffff:${groups(value)}]`,
  (value) => `[2002:${groups(value)}::1]`,
];

/** Whatever is in front of the host or behind it. */
const port = fc.constantFrom("", ":443", ":8080", ":1");
const path = fc.constantFrom("", "/", "/photo.jpg", "/%2e%2e/x?y=@example.com#@example.com", "\\@example.com/");

const local = fc
  .tuple(
    fc.constantFrom(
      "localhost",
      "LocalHost",
      "app.localhost",
      "nas.local",
      "wiki",
      "router.lan",
      "metadata.google.internal",
      "x.home.arpa",
      "local\u00adhost",
      "\uff4cocalhost",
      "[::1]",
      "[::]",
      "[fe80::1]",
      "[fd00::1]",
      "[ff02::1]",
      "[64:ff9b::7f00:1]",
      "[::127.0.0.1]",
      "[2001:db8::1]",
      "[::ffff:0:7f00:1]",
      "[2001:10::1]",
    ),
    fc.constantFrom("", ".", "..", "..."),
  )
  .map(([name, dots]) => (name.startsWith("[") ? name : name + dots));

const noFetch = (() => {
  throw new Error("a request was made");
}) as typeof fetch;

/** Refused by the rules, with a word about it, and before any request. */
async function checkRefused(url: string): Promise<void> {
  let code: string | undefined;
  try {
    parseImageUrl(url, { allowPrivateHosts: false });
  } catch (error) {
    must(error instanceof ImageError, () => `${url}: ${String(error)}`);
    code = error.code;
  }
  must(code !== undefined, () => `${url} may be asked`);
  const check = await checkImageUrl(url, { fetch: noFetch });
  must(
    check.status === "refused" && check.message !== "" && check.code === code,
    () => `${url}: ${JSON.stringify(check)}`,
  );
}

const anyText = fc.oneof(
  fc.webUrl({
    withFragments: true,
    withQueryParameters: true,
    validSchemes: ["https", "http", "ftp", "data", "file", "blob", "javascript", "ws"],
  }),
  fc.string({ unit: "binary" }),
  fc
    .tuple(
      fc.constantFrom(
        "https:",
        "https://",
        "https:/\\",
        "http://",
        "//",
        "data:",
        "javascript:",
        "HTTPS://",
        " https://",
        "https://user:pw@",
        "https://a@",
      ),
      fc.string({ unit: "grapheme" }),
    )
    .map((parts) => parts.join("")),
);

/** An answer that no private host was asked for. */
const answering = (async (input: string | URL | Request) => {
  const url = input instanceof Request ? input.url : String(input);
  must(new URL(url).protocol === "https:", () => `${url} was asked`);
  must(!special.check(new URL(url).hostname), () => `${url} was asked`);
  must(new URL(url).username === "" && new URL(url).password === "", () => `${url} gave away a secret`);
  return new Response(null, { headers: { "content-type": "image/png", "content-length": "100" } });
}) as typeof fetch;

export const privateAddresses: FuzzTarget = {
  name: "checkImageUrl, private addresses",
  share: 20,
  property: () =>
    fc.asyncProperty(
      address,
      fc.constantFrom(...NOTATIONS),
      fc.constantFrom("https://", "http://", "https:", "HTTPS:\\\\"),
      port,
      path,
      async (value, write, scheme, at, rest) => {
        const url = scheme + write(value) + at + rest;
        if (special.check(dotted(value))) return checkRefused(url);
        must(
          scheme.startsWith("http:") || parseImageUrl(url, { allowPrivateHosts: false }).protocol === "https:",
          () => `${url} is refused`,
        );
      },
    ),
};

export const localNames: FuzzTarget = {
  name: "checkImageUrl, local names",
  share: 8,
  property: () =>
    fc.asyncProperty(local, port, path, async (host, at, rest) => checkRefused(`https://${host}${at}${rest}`)),
};

export const addresses: FuzzTarget = {
  name: "checkImageUrl, any text",
  share: 20,
  property: () =>
    fc.asyncProperty(anyText, async (text) => {
      const check = await checkImageUrl(text, { fetch: answering });
      must(
        check.status === "ok" || (check.status === "refused" && check.message !== ""),
        () => `${text}: ${JSON.stringify(check)}`,
      );
    }),
};
