/** `explainApiError` takes whatever was thrown: it must come back, with sound figures or with nothing. */
import fc from "fast-check";
import { explainApiError } from "../../../src/api-errors/explain-api-error.js";
import { contradictionOf } from "../../unit/api-errors/contradiction-of.js";
import { MORE_REFUSALS, SAMPLES_OF_REFUSALS } from "../../unit/api-errors/refusals.js";
import { SAMPLES } from "../../unit/api-errors/samples.js";
import { type FuzzTarget, must } from "../fuzz-target.js";

const refuse = (): never => {
  throw new Error("not to be touched");
};

/** Throws whatever is asked of it; fast-check itself asks its values for a symbol. */
const hostile = (): object => {
  const refuseNames = (_: object, key: string | symbol) => (typeof key === "string" ? refuse() : undefined);
  return new Proxy(
    {},
    {
      get: refuseNames,
      has: (_, key) => refuseNames(_, key) ?? false,
      getPrototypeOf: refuse,
      ownKeys: refuse,
      getOwnPropertyDescriptor: refuse,
    },
  );
};

/** Proxies that are revoked before the call: afterwards not even fast-check may touch them. */
const toRevoke: (() => void)[] = [];
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  toRevoke.push(revoke);
  return proxy;
};

/** Another object of its kind under every key, endlessly. */
const endlessObject = (): object =>
  new Proxy({}, { get: (_, key) => (typeof key === "string" ? endlessObject() : undefined), has: () => true });

const KEYS = [
  "error",
  "body",
  "responseBody",
  "data",
  "response",
  "detail",
  "details",
  "metadata",
  "raw",
  "choices",
  "lastError",
  "cause",
  "message",
  "msg",
  "status",
  "statusCode",
  "code",
  "type",
  "headers",
  "url",
  "request_id",
  "$metadata",
  "$fault",
  "param",
  "name",
  "stack",
  "object",
  "errors",
  "reason",
  "wasClean",
  "limit",
  "length",
  "paths",
  "json",
  "shape",
];

const words = fc.constantFrom(
  "messages.0.content.2.image.source.base64: image exceeds 5 MB maximum: 6000000 bytes > 5242880 bytes",
  "messages.0.member.content.0.member.image.format",
  "messages.999999999999999999999.content.99999999999999999999999.image: could not process image",
  "too many images: 9999999999999999999999999 + 99 > 100",
  `too many images: ${"9".repeat(400)} + 1 > 100`,
  "image dimensions 99999x1 exceed the maximum image size",
  "request payload size exceeds the limit: 20971520 bytes",
  "prompt is too long: 1,2,3 tokens > ,,, tokens",
  "image content cannot exceed 1.2.3 MB",
  "<center>nginx</center> request entity too large",
  '400 {"type":"error","error":{"type":"request_too_large"}}',
  "image ".repeat(50),
);

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: words, weight: 6 },
  {
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
      withNullPrototype: true,
    }),
    weight: 3,
  },
  { arbitrary: fc.tuple(words, fc.nat(300)).map(([text, times]) => text.repeat(times)), weight: 1 },
  { arbitrary: fc.constantFrom(400, 413, 422, 500, 599, 600, -1, Number.NaN), weight: 3 },
  {
    arbitrary: fc
      .constantFrom(
        hostile,
        () => revoked({}),
        () => revoked([]),
        endlessObject,
      )
      .map((make) => make()),
    weight: 1,
  },
  {
    arbitrary: fc.constantFrom<unknown>(
      new Headers({ "request-id": "req_1" }),
      Object.create(Headers.prototype),
      new Response(null, { status: 413 }),
    ),
    weight: 1,
  },
);

const { thrown } = fc.letrec((tie) => ({
  thrown: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.dictionary(fc.constantFrom(...KEYS), tie("thrown"), { maxKeys: 5 }),
    fc.array(tie("thrown"), { maxLength: 3 }),
    fc.tuple(words, tie("thrown")).map(([message, cause]) => new Error(message, { cause })),
    tie("thrown").map((value) => {
      const cyclic: Record<string, unknown> = { error: value };
      cyclic["cause"] = cyclic;
      return cyclic;
    }),
    fc.constantFrom(...KEYS).map((key) => Object.defineProperty({ status: 413 }, key, { get: refuse })),
    tie("thrown").map((value) => {
      try {
        return JSON.stringify(value);
      } catch {
        return value;
      }
    }),
  ),
}));

/** A real refusal with one part of it overwritten, so that the patterns are reached. */
const bent = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.constantFrom(...KEYS), thrown, fc.boolean())
  .map(([{ status, body, headers }, key, value, isInside]) => ({
    status,
    headers,
    body: isInside && typeof body === "object" ? { ...body, [key]: value } : body,
    ...(!isInside && { [key]: value }),
  }));

/** A refusal from the field, with one of its characters lost, doubled or another: figures and units break apart. */
const torn = fc
  .tuple(
    fc.constantFrom(...SAMPLES_OF_REFUSALS, ...MORE_REFUSALS),
    fc.nat(),
    fc.constantFrom("", "9", " ", "{", '"', "\\", "x", ">", "."),
    fc.boolean(),
  )
  .map(([{ input }, seed, other, isText]) => {
    const text = JSON.stringify(input);
    const at = seed % text.length;
    const changed = text.slice(0, at) + other + text.slice(at + 1);
    return isText ? changed : { status: 400, body: changed };
  });

export const apiErrors: FuzzTarget = {
  name: "explainApiError",
  share: 80,
  property: () =>
    fc.property(
      fc.oneof({ arbitrary: thrown, weight: 2 }, { arbitrary: bent, weight: 1 }, { arbitrary: torn, weight: 2 }),
      (value) => {
        for (const revoke of toRevoke.splice(0)) revoke();
        const explained = explainApiError(value);
        if (!explained) return;
        must(
          contradictionOf(explained) === undefined,
          () => `${contradictionOf(explained)}: ${JSON.stringify(explained)}`,
        );
      },
    ),
};
