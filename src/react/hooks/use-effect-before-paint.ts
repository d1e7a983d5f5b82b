import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect`, of which React 18 warns on a server, where neither runs. */
export const useEffectBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;
