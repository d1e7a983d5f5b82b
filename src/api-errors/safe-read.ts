/** Reads keys of anything that was thrown: a getter may throw, a proxy may be revoked. */
import { isHeaders } from "../shared/platform-types.js";

export type Fields = object;

/** `undefined` for a key that is missing or cannot be read. */
export function read(fields: Fields, key: string): unknown {
  try {
    return Reflect.get(fields, key);
  } catch {
    return undefined; // The getter threw.
  }
}

export function has(fields: Fields, key: string): boolean {
  try {
    return Reflect.has(fields, key);
  } catch {
    return false; // The proxy is revoked.
  }
}

/** An object that is not an array. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && asList(value) === undefined ? value : undefined;
}

export function asList(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // The proxy is revoked.
  }
}

export function readText(fields: Fields, key: string): string | undefined {
  const value = read(fields, key);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function readNumber(fields: Fields, key: string): number | undefined {
  const value = read(fields, key);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function readFields(fields: Fields, key: string): Fields | undefined {
  return asFields(read(fields, key));
}

/** One header of a `Headers`, or of a plain object with names in lower case. */
export function readHeader(headers: Fields, name: string): string | undefined {
  try {
    return isHeaders(headers) ? (headers.get(name) ?? undefined) : readText(headers, name);
  } catch {
    return undefined; // A getter may throw, and a proxy on any access.
  }
}
