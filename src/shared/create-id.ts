/** Ids that are unique in the page. Not `crypto.randomUUID`, which is missing on plain http, as in intranet chats. */
let count = 0;

export function createId(): string {
  count += 1;
  return `image-${count}`;
}
