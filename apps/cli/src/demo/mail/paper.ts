/** A page as PDF 1.4: a title, a rule, lines of text in Helvetica. Latin-1 is all it can say (WinAnsiEncoding). */
export function pdf(title: string, lines: string[]): Buffer {
  const shielded = (text: string) => text.replace(/[\\()]/g, '\\$&');
  const content = [
    'BT /F2 20 Tf 56 770 Td',
    `(${shielded(title)}) Tj ET`,
    '0.2 0.35 0.31 RG 1.5 w 56 756 m 539 756 l S',
    'BT /F1 11 Tf 56 730 Td 17 TL',
    ...lines.map((line) => `(${shielded(line)}) Tj T*`),
    'ET BT /F1 8 Tf 56 48 Td (Made for the demo of Kontor. Nothing here is for sale.) Tj ET',
  ].join('\n');
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  let file = '%PDF-1.4\n%\xE2\xE3\xCF\xD3\n';
  const places = objects.map((object, index) => {
    const place = Buffer.byteLength(file, 'latin1');
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = Buffer.byteLength(file, 'latin1');
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
