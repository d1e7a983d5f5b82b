/**
 * `vision-dropzone/parts`: the parts as primitives, each but `Input` with a `ref` and `render`. Those of an item are for items that an app lays out
 * itself; the others are `VisionDropzone.*` whose elements an app may replace.
 */
export { DropzoneInput as Input } from "./react/components/dropzone-input.js";
export {
  Area,
  type AreaProps,
  type DropzonePartProps,
  List,
  type ListProps,
  Meter,
  type MeterProps,
  Preview,
  type PreviewProps,
  Rejected,
  type RejectedProps,
  Root,
  type RootProps,
  Status,
  type StatusProps,
} from "./react/parts/dropzone-parts.js";
export {
  ItemActions as Actions,
  ItemDetailPart as Detail,
  Item,
  ItemNamePart as Name,
  ItemProgressPart as Progress,
  ItemRemove as Remove,
  ItemThumbnailPart as Thumbnail,
  type ItemPartProps,
  type ItemProps,
  useItem,
} from "./react/parts/item-parts.js";
export type { Render } from "./react/parts/rendered.js";
