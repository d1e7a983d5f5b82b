/** What is in a drag, as far as a page can see before the drop. */

/** True for a drag of files; some Chromium drags list them in `items` only (react-dropzone issue 1409). */
export function carriesFiles(data: DataTransfer | null): boolean {
  if (!data) return false;
  return Array.from(data.types).includes("Files") || Array.from(data.items ?? []).some(({ kind }) => kind === "file");
}

/** True for a drag of a web address without files: a picture or a link from another page. */
export function carriesUrl(data: DataTransfer | null): boolean {
  return data !== null && Array.from(data.types).includes("text/uri-list") && !carriesFiles(data);
}

/** True for a drag that may have the address of a picture only in HTML. A selection of text looks the same before the drop. */
export function carriesHtml(data: DataTransfer | null): boolean {
  return data !== null && Array.from(data.types).includes("text/html") && !carriesFiles(data);
}
