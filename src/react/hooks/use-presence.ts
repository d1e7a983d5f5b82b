import { useCallback, useState } from "react";

/** Registers a part while it is mounted; returns the function that unregisters it. */
export type Register = () => () => void;

/** Whether at least one part is registered. `register` keeps its identity. */
export function usePresence(): [isPresent: boolean, register: Register] {
  const [count, setCount] = useState(0);
  const register = useCallback(() => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
  }, []);
  return [count > 0, register];
}
