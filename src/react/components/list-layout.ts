import { createContext } from "react";

/** `tiles`: square pictures in one scrolling line; `rows`: one below the other, with names and figures. */
export type ListLayout = "tiles" | "rows";

/** Set by the list around its items. */
export const ListLayoutContext = /* @__PURE__ */ createContext<ListLayout>("rows");
