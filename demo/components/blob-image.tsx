import { useEffect, useState } from "react";

interface BlobImageProps {
  blob: Blob;
  alt: string;
  className?: string;
  onError?: () => void;
}

/** A picture from memory. Its object URL lives exactly as long as it is shown (T7). */
export function BlobImage({ blob, alt, ...props }: BlobImageProps) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const created = URL.createObjectURL(blob);
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [blob]);
  return url === undefined ? null : <img src={url} alt={alt} draggable={false} {...props} />;
}
