import { useEffect, useState } from "react";

export type Theme = "light" | "dark";

/** The page's theme: the scene's, else the system's; the button in the header toggles it. */
export function useTheme(initial: Theme | undefined): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(
    () => initial ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [theme, () => setTheme((current) => (current === "dark" ? "light" : "dark"))];
}
