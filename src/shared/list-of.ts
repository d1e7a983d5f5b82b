import { checkCall } from "./errors.js";
import { tagOf } from "./platform-types.js";

/**
 * The members of a list that an app passes to `call`. Throws `TypeError` if it is none, or if one of its members is not one of the
 * `things` it should hold: plain JavaScript gets no help from the types, and often passes one thing in place of a list.
 */
export function listOf<T>(call: string, given: Iterable<T>, things: string, isThing: (one: unknown) => boolean): T[] {
  const isList = Symbol.iterator in Object(given);
  const list = isList ? [...given] : [];
  const wrong = isList ? list.filter((one) => !isThing(one)) : [given];
  checkCall(wrong.length === 0, `${call} takes a list of ${things}, not ${tagOf(wrong[0])}.`);
  return list;
}
