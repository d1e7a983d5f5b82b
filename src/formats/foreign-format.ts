/** Recognizes files of formats that are not accepted by their first bytes, so that a rejection can name the format. */
import { type Signature, startsWith } from "./bytes.js";
import { heifMediaType } from "./heif/brands.js";
import { cameraRaw } from "./tiff/camera-raw.js";

export interface ForeignFormat {
  /** With its article, for a sentence: "a PDF document". */
  name: string;
  /** An image format that few browsers decode, or none. */
  isPicture: boolean;
}

type Beginning = readonly [name: string, signature: Signature, at?: number];

/** The first match counts. As in `Signature`, anything but ASCII is written in numbers. */
const PICTURES: readonly Beginning[] = [
  ["a JPEG 2000 picture", [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]],
  ["a JPEG 2000 picture", [0xff, 0x4f, 0xff, 0x51]],
  ["a JPEG XR picture", [0x49, 0x49, 0xbc]],
  ["a JPEG-LS picture", [0xff, 0xd8, 0xff, 0xf7]],
  ["a Photoshop document", "8BPS"],
  ["a Canon camera raw (CR3)", "ftypcrx ", 4],
  ["a Fujifilm camera raw (RAF)", "FUJIFILMCCD-RAW"],
  ["a Panasonic camera raw (RW2)", "IIU\0"],
  ["an Olympus camera raw (ORF)", "IIRO"],
  ["an Olympus camera raw (ORF)", "IIRS"],
  ["an Olympus camera raw (ORF)", "MMOR"],
  ["a Sigma camera raw (X3F)", "FOVb"],
  ["a BigTIFF picture", "II+\0"],
  ["a BigTIFF picture", "MM\0+"],
  ["an OpenEXR picture", "\x76\x2f\x31\x01"],
  ["a Radiance HDR picture", "#?RADIANCE"],
  ["a QOI picture", "qoif"],
  ["a DirectDraw texture (DDS)", "DDS "],
  ["a KTX texture", [0xab, 0x4b, 0x54, 0x58, 0x20]],
  ["a GIMP document", "gimp xcf"],
  ["an animated cursor", "ACON", 8],
  ["a FLIF picture", "FLIF"],
  ["a BPG picture", [0x42, 0x50, 0x47, 0xfb]],
  ["a DjVu document", "AT&TFORM"],
  ["a Windows metafile", [0xd7, 0xcd, 0xc6, 0x9a]],
  ["a MNG animation", [0x8a, 0x4d, 0x4e, 0x47]],
  ["a netpbm picture", "P1\n"],
  ["a netpbm picture", "P2\n"],
  ["a netpbm picture", "P3\n"],
  ["a netpbm picture", "P4\n"],
  ["a netpbm picture", "P5\n"],
  ["a netpbm picture", "P6\n"],
  ["a netpbm picture", "P7\n"],
  ["a netpbm picture", "PF\n"],
  ["a JNG picture", [0x8b, 0x4a, 0x4e, 0x47]],
  ["a DPX picture", "SDPX"],
  ["a Sun raster picture", [0x59, 0xa6, 0x6a, 0x95]],
  ["a DICOM picture", "DICM", 128],
];

const OTHERS: readonly Beginning[] = [
  ["a PDF document", "%PDF-"],
  ["a Git LFS pointer, which only names the file", "version https://git-lfs"],
  ["a PostScript document", "%!PS"],
  ["a ZIP archive or an Office document", "PK\x03\x04"],
  ["an old Office document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["a GZIP archive", [0x1f, 0x8b]],
  ["a RAR archive", "Rar!"],
  ["a 7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a video (MP4 or MOV)", "ftyp", 4],
  ["a video (MOV)", "moov", 4],
  ["a video (WebM or Matroska)", [0x1a, 0x45, 0xdf, 0xa3]],
  ["a video (AVI)", "AVI ", 8],
  ["an audio file (WAV)", "WAVE", 8],
  ["an audio file (MP3)", "ID3"],
  ["an audio or video file (Ogg)", "OggS"],
  ["an audio file (FLAC)", "fLaC"],
  ["a program", "MZ"],
  ["a program", "\x7fELF"],
];

/** Only meaningful for files that no format recognizes. `bytes`: the beginning of the file. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  if (heifMediaType(bytes)) return undefined;
  const picture = PICTURES.find(([, signature, at]) => startsWith(bytes, signature, at))?.[0] ?? cameraRaw(bytes);
  if (picture) return { name: picture, isPicture: true };
  const other =
    OTHERS.find(([, signature, at]) => startsWith(bytes, signature, at))?.[0] ??
    (isHtml(bytes) ? "a web page" : undefined);
  return other === undefined ? undefined : { name: other, isPicture: false };
}

function isHtml(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 256))
    .trimStart()
    .toLowerCase();
  return beginning.startsWith("<!doctype html") || beginning.startsWith("<html");
}
