/** The codes after 0xFF (ISO/IEC 10918-1, table B.1) that the codec reads or writes. */

/** Start of frame: baseline, and extended sequential. */
export const SOF0 = 0xc0;
export const SOF1 = 0xc1;
/** Define Huffman tables. */
export const DHT = 0xc4;
/** Start of image. */
export const SOI = 0xd8;
/** End of image. */
export const EOI = 0xd9;
/** Start of scan. */
export const SOS = 0xda;
/** Define quantization tables. */
export const DQT = 0xdb;
/** Define restart interval. */
export const DRI = 0xdd;
/** Application data: JFIF, colour profiles, Adobe. */
export const APP0 = 0xe0;
export const APP2 = 0xe2;
export const APP14 = 0xee;
export const APP15 = 0xef;
/** Comment. */
export const COM = 0xfe;

/** Marker and length, in front of the payload. The length counts itself, but not the marker. */
export const SEGMENT_HEAD_BYTES = 4;
