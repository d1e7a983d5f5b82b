/** The one-click samples, made by `npm run samples`. */
export interface Sample {
  id: "phone" | "lake" | "logo" | "screenshot" | "tall" | "heic" | "raw" | "pdf" | "tiff" | "rejected";
  file: string;
  label: string;
  /** What is special about it, in a few words. */
  hint: string;
}

/** Next to the page, wherever that is served from. */
export const samplesUrl = `${import.meta.env.BASE_URL}samples/`;

export type SampleId = Sample["id"];

export const samples: readonly Sample[] = [
  { id: "phone", file: "balloons-rotated.jpg", label: "Phone photo", hint: "Sideways, with GPS data" },
  { id: "lake", file: "lake-12mp.jpg", label: "12 megapixels", hint: "4032 × 3024, 3.1 MB" },
  { id: "logo", file: "logo-transparent.png", label: "Transparent logo", hint: "Gets a white background" },
  { id: "screenshot", file: "screenshot-small-text.png", label: "Screenshot", hint: "Small text, 1179 × 2556" },
  { id: "tall", file: "screenshot-tall.png", label: "Scrolled page", hint: "1170 × 7800: split it" },
  { id: "heic", file: "balloons.heic", label: "HEIC photo", hint: "As iPhones save it" },
  { id: "raw", file: "balloons-raw.dng", label: "Camera raw", hint: "A DNG: its picture is sent" },
  { id: "pdf", file: "harbour-study.pdf", label: "PDF", hint: "3 pages, one small print" },
  { id: "tiff", file: "order-fax.tiff", label: "TIFF scan", hint: "A fax of 2 pages" },
  { id: "rejected", file: "claims-60000x60000.png", label: "Decompression bomb", hint: "Claims 60,000 × 60,000" },
];

/** The sample as a file, as if it had been dropped. Throws if the server does not have it. */
export async function loadSample(id: SampleId): Promise<File> {
  const sample = samples.find((candidate) => candidate.id === id);
  if (!sample) throw new TypeError(`There is no sample "${id}".`);
  const answer = await fetch(samplesUrl + sample.file);
  if (!answer.ok) throw new Error(`The sample ${sample.file} answers ${answer.status}. Run "npm run samples".`);
  const blob = await answer.blob();
  return new File([blob], sample.file, { type: blob.type });
}
