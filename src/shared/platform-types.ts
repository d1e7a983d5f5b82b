/**
 * Checks which platform object a value is by what it can do. `instanceof` is false for an object of another window (a composer
 * drawn into an iframe or a pop-up), and in test runners that give each file its own globals (Jest). A test forbids it.
 */

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** "Object", "Array", "File", "Undefined", for an object of another window as well. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

export function isBlob(value: unknown): value is Blob {
  return (
    isObject(value) &&
    typeof value.size === "number" &&
    typeof value.type === "string" &&
    typeof value.slice === "function"
  );
}

/** Has pixels that can be read. */
export function isImageData(value: unknown): value is ImageData {
  return isObject(value) && isObject(value.data) && typeof value.width === "number";
}

/** Has pixels that can be drawn. */
export function isImageBitmap(value: unknown): value is ImageBitmap {
  return isObject(value) && typeof value.width === "number" && typeof value.close === "function";
}

export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return isObject(value) && typeof value.then === "function";
}

export function isError(value: unknown): value is Error {
  return isObject(value) && typeof value.message === "string";
}

export function isHeaders(value: unknown): value is Headers {
  return isObject(value) && typeof value.get === "function";
}

export function isNode(value: unknown): value is Node {
  return isObject(value) && typeof value.nodeType === "number";
}

/** `Node.ELEMENT_NODE`; the constant exists only in pages. */
const ELEMENT_NODE = 1;

export function isElement(value: unknown): value is Element {
  return isNode(value) && value.nodeType === ELEMENT_NODE;
}
