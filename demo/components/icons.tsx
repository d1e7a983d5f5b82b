/** Decoration only: each control has its name in words. Drawn in the text's colour on a 24-unit grid. */
function Icon({ path }: { path: string }) {
  return (
    <svg className="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">
      <path d={path} />
    </svg>
  );
}

export const SendIcon = () => <Icon path="M12 19V5m-6 6 6-6 6 6" />;
export const StopIcon = () => <Icon path="M8 8h8v8H8z" />;
export const MoonIcon = () => <Icon path="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" />;
export const SunIcon = () => (
  <Icon path="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-6v2m0 16v2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4M2 12h2m16 0h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4" />
);
export const SlidersIcon = () => <Icon path="M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5" />;
export const PanelIcon = () => <Icon path="M4 5h16v14H4zM14 5v14" />;
export const CloseIcon = () => <Icon path="m6 6 12 12M18 6 6 18" />;
export const WarningIcon = () => (
  <Icon path="M12 8v4.5m0 3.5h.010M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z" />
);
export const SparkIcon = () => (
  <Icon path="M12 3.5 13.8 9l5.7 1.9-5.7 1.9L12 18.5l-1.8-5.7-5.7-1.9L10.2 9ZM18.5 16v4m-2-2h4" />
);
export const LinkIcon = () => (
  <Icon path="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.700 5.700l1-1" />
);
export const ImagesIcon = () => <Icon path="M8 4h12v12H8zM16 20H4V8m4 5.500 3.500-3.500 3 3 2-2L20 14" />;
export const CopyIcon = () => <Icon path="M9 9h11v11H9zM5 15H4V4h11v1" />;
export const CheckIcon = () => <Icon path="m5 12.500 4.500 4.500L19 7.500" />;
export const CameraIcon = () => (
  <Icon path="M4 8h3.500L9 5.500h6L16.500 8H20v11H4zM12 10a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400Z" />
);
export const NewIcon = () => <Icon path="M12 5v14m-7-7h14" />;
