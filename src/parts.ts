/** `vision-dropzone/parts`: what an image of the list consists of, each a part of its own, for items that an app lays out itself. */
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
