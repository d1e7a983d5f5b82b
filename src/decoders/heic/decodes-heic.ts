/** White, 64x64, by heif-enc 1.15.1 at quality 30. */
const SAMPLE =
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAA" +
  "AAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAFAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHho" +
  "dmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubg" +
  "QEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAc" +
  "bWRhdAAAABAoAa8ZgPcB4E7T9FGMYvuA";

let answer: Promise<boolean> | undefined;

/** Whether this browser decodes HEIC by itself, as Safari does. Probed once per page. */
export function browserDecodesHeic(): Promise<boolean> {
  return (answer ??= createImageBitmap(sample()).then(
    (bitmap) => {
      bitmap.close();
      return true;
    },
    () => false,
  ));
}

function sample(): Blob {
  return new Blob([Uint8Array.from(atob(SAMPLE), (character) => character.charCodeAt(0))], { type: "image/heic" });
}
