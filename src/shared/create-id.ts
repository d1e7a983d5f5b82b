/** Ids unique in the page. Not `crypto.randomUUID`: it is missing on plain http, where intranet chats live. */
let count = 0;

export function createId(): string {
  count += 1;
  return `image-${count}`;
}
