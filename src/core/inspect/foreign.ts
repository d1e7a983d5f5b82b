/** Files that are no picture we take, told by their first bytes, so that a refusal can call them by name. */
import { startsWith } from "./bytes.js";
import { heifMediaType } from "./heif-brands.js";
import { ifdEntry, ifdInMemory } from "./ifd.js";

export interface ForeignFormat {
  /** With its article, for a sentence: "a PDF document". */
  name: string;
  /** A picture, of a format that few browsers decode, or none. */
  isPicture: boolean;
}

type Signature = readonly [name: string, text: string, at?: number];

/** Text as Latin-1. The first that fits counts. */
const PICTURES: readonly Signature[] = [
  ["a JPEG 2000 picture", "\0\0\0\x0cjP  \r\n\x87\n"],
  ["a JPEG 2000 picture", "\xff\x4f\xff\x51"],
  ["a JPEG XR picture", "II\xbc"],
  ["a JPEG-LS picture", "\xff\xd8\xff\xf7"],
  ["a Photoshop document", "8BPS"],
  ["a Canon camera raw (CR2)", "CR\x02", 8],
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
  ["a KTX texture", "\xabKTX "],
  ["a GIMP document", "gimp xcf"],
  ["an animated cursor", "ACON", 8],
  ["a FLIF picture", "FLIF"],
  ["a BPG picture", "BPG\xfb"],
  ["a DjVu document", "AT&TFORM"],
  ["a Windows metafile", "\xd7\xcd\xc6\x9a"],
  ["a MNG animation", "\x8aMNG"],
  ...["P1\n", "P2\n", "P3\n", "P4\n", "P5\n", "P6\n", "P7\n", "PF\n"].map((text): Signature => ["a netpbm picture", text]),
  ["a JNG picture", "\x8bJNG"],
  ["a DPX picture", "SDPX"],
  ["a Sun raster picture", "\x59\xa6\x6a\x95"],
  ["a DICOM picture", "DICM", 128],
];

const OTHERS: readonly Signature[] = [
  ["a PDF document", "%PDF-"],
  ["a Git LFS pointer, which only names the file", "version https://git-lfs"],
  ["a PostScript document", "%!PS"],
  ["a ZIP archive or an Office document", "PK\x03\x04"],
  ["an old Office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["a GZIP archive", "\x1f\x8b"],
  ["a RAR archive", "Rar!"],
  ["a 7-Zip archive", "7z\xbc\xaf"],
  ["a video (MP4 or MOV)", "ftyp", 4],
  ["a video (MOV)", "moov", 4],
  ["a video (WebM or Matroska)", "\x1a\x45\xdf\xa3"],
  ["a video (AVI)", "AVI ", 8],
  ["an audio file (WAV)", "WAVE", 8],
  ["an audio file (MP3)", "ID3"],
  ["an audio or video file (Ogg)", "OggS"],
  ["an audio file (FLAC)", "fLaC"],
  ["a program", "MZ"],
  ["a program", "\x7fELF"],
];

/** Only meaningful for files that `mediaTypeOf` does not know, and for TIFF, which camera raws are built on. `bytes`: the first of the file. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  if (heifMediaType(bytes)) return undefined;
  const picture = PICTURES.find(([, text, at]) => startsWith(bytes, text, at))?.[0] ?? rawInTiff(bytes);
  if (picture) return { name: picture, isPicture: true };
  const other = OTHERS.find(([, text, at]) => startsWith(bytes, text, at))?.[0] ?? (isHtml(bytes) ? "a web page" : undefined);
  return other === undefined ? undefined : { name: other, isPicture: false };
}

const SUBFILE_TYPE_TAG = 0x00fe;
const REDUCED = 1;
const SUB_DIRECTORIES_TAG = 0x014a;
const DNG_VERSION_TAG = 0xc612;

/** What a decoder of TIFF would show of a raw is its thumbnail: the picture itself is in a directory of its own. */
function rawInTiff(bytes: Uint8Array): string | undefined {
  const ifd = ifdInMemory(bytes);
  if (!ifd) return undefined;
  if (ifdEntry(ifd, DNG_VERSION_TAG)) return "a camera raw (DNG)";
  const isThumbnail = ((ifdEntry(ifd, SUBFILE_TYPE_TAG)?.value ?? 0) & REDUCED) === REDUCED;
  return isThumbnail && ifdEntry(ifd, SUB_DIRECTORIES_TAG) ? "a camera raw" : undefined;
}

function isHtml(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 256)).trimStart().toLowerCase();
  return beginning.startsWith("<!doctype html") || beginning.startsWith("<html");
}
