/** Pictures a browser draws without running anything in them; SVG is a document and not among them. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

export const isPicture = (type: string): boolean => pictures.has(type);

const programs =
  /\.(?:exe|msi|bat|cmd|com|scr|pif|cpl|jar|js|jse|vbs?|vbe|wsf|wsh|ps1|hta|lnk|reg|iso|img|vhdx?|dmg|pkg|app|deb|rpm|sh|apk|xll|docm|xlsm|pptm|one|html?|svg)$/i;

/** Attachments that can do something to the computer they are opened on. */
export const isProgram = (name: string, type: string): boolean =>
  programs.test(name) || /^application\/(?:x-msdownload|x-msdos-program|x-sh|java-archive|hta)$/.test(type);

/** The type an attachment is served with: drawn ones as they are, everything else as bytes to save. */
export const servedType = (type: string): string => (isPicture(type) ? type : 'application/octet-stream');

/** RFC 6266: a plain name for old browsers, the real one in UTF-8 (RFC 8187). */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${real}`;
}
