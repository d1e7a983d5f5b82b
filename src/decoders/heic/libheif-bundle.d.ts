/** The part of libheif-js that is used here. The package itself describes only its C functions. */
declare module "libheif-js/libheif-wasm/libheif-bundle.mjs" {
  /** A C object, or an error. */
  export type Made<T> = T & { code?: unknown; message?: string };
  export interface LibHeif {
    heif_error_code: { heif_error_Ok: unknown };
    heif_colorspace: { heif_colorspace_RGB: unknown };
    heif_chroma: { heif_chroma_interleaved_RGBA: unknown };
    heif_context_alloc: () => object;
    heif_context_free: (context: object) => void;
    heif_context_read_from_memory: (context: object, bytes: Uint8Array) => { code: unknown; message: string };
    heif_js_context_get_primary_image_handle: (context: object) => Made<object>;
    heif_image_handle_get_width: (handle: object) => number;
    heif_image_handle_get_height: (handle: object) => number;
    heif_image_handle_release: (handle: object) => void;
    /** Upright. `data` is in the module's memory until `image` is released; `stride`: bytes per row. */
    heif_js_decode_image2: (
      handle: object,
      colorSpace: unknown,
      chroma: unknown,
    ) => Promise<
      Made<{ image: object; channels: { width: number; height: number; stride: number; data: Uint8Array }[] }>
    >;
    heif_image_release: (image: object) => void;
  }
  const createLibHeif: () => LibHeif;
  export { createLibHeif as default };
}
