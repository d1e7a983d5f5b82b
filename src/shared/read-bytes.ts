/** Reads a Blob. Apps run their tests in jsdom, whose Blob has neither `arrayBuffer` nor `stream` (jsdom/jsdom#2555). */
export function readBytes(blob: Blob): Promise<ArrayBuffer> {
  return typeof blob.arrayBuffer === "function" ? blob.arrayBuffer() : readByFileReader(blob);
}

function readByFileReader(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as ArrayBuffer));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The file could not be read.")));
    reader.readAsArrayBuffer(blob);
  });
}
