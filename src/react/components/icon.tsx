/** Decoration only, since each button has a name. Drawn in the colour of the text, on a grid of 24 units. */

interface IconProps {
  path: string;
}

export function Icon({ path }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="1em"
      height="1em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
