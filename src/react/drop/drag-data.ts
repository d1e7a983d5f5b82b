/** What a drag brings, as far as can be seen before it is dropped. */

/** True for a drag that brings files; some Chromium drags list them in `items` only (react-dropzone issue 1409). */
export function carriesFiles(data: DataTransfer | null): boolean {
  if (!data) return false;
  return Array.from(data.types).includes("Files") || Array.from(data.items ?? []).some(({ kind }) => kind === "file");
}

/** True for a drag that brings a web address and no files: a picture or a link of another page. */
export function carriesUrl(data: DataTransfer | null): boolean {
  return data !== null && Array.from(data.types).includes("text/uri-list") && !carriesFiles(data);
}

/** True for a drag that may bring a picture by its address in HTML alone; a selection of text looks the same before it is dropped. */
export function carriesHtml(data: DataTransfer | null): boolean {
  return data !== null && Array.from(data.types).includes("text/html") && !carriesFiles(data);
}
