import sharp from 'sharp';
import { expect, test } from 'vitest';
import { wordsInPicture } from './picture-words';

const plain = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

const XMP = (inside: string) => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
${inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const alternatives = (tag: string, words: string) =>
  `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li></rdf:Alt></${tag}>`;

const OF_AGENCY = XMP(
  `<dc:creator><rdf:Seq><rdf:li>Dara Lim</rdf:li></rdf:Seq></dc:creator>
   <photoshop:Credit>Agence Kampuchea</photoshop:Credit>
   ${alternatives('dc:rights', '© 2026 Agence Kampuchea')}
   ${alternatives('dc:description', 'Fishers at &lt;b&gt;dawn&lt;/b&gt; on the Tonle Sap ព្រឹក')}
   ${alternatives('Iptc4xmpCore:AltTextAccessibility', 'Three boats')}`,
);

/** Puts IPTC records into a JPEG, as Photoshop does. */
async function withIptc(records: [number, Buffer][], coding = Buffer.alloc(0)): Promise<Buffer> {
  const record = ([id, data]: [number, Buffer]) =>
    Buffer.concat([Buffer.from([0x1c, 2, id, data.length >> 8, data.length & 255]), data]);
  const iim = Buffer.concat([coding, ...records.map(record)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const block = Buffer.concat([
    Buffer.from('8BIM'),
    Buffer.from([4, 4, 0, 0]),
    size,
    iim,
    Buffer.alloc(iim.length % 2),
  ]);
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0'), block]);
  const head = Buffer.from([0xff, 0xed, (content.length + 2) >> 8, (content.length + 2) & 255]);
  const jpeg = await plain().jpeg().toBuffer();
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

const formats = {
  jpeg: () => plain().withXmp(OF_AGENCY).jpeg().toBuffer(),
  png: () => plain().withXmp(OF_AGENCY).png().toBuffer(),
  webp: () => plain().withXmp(OF_AGENCY).webp().toBuffer(),
};

test.each(Object.entries(formats))(
  'the words of an agency are read from XMP in %s',
  async (_format, make) => {
    expect(await wordsInPicture(await make())).toEqual({
      alt: 'Three boats',
      caption: 'Fishers at <b>dawn</b> on the Tonle Sap ព្រឹក',
      credit: 'Dara Lim / © 2026 Agence Kampuchea',
    });
  },
);

test.each([
  ['Latin-1', 'latin1'],
  ['UTF-8 that does not say so', 'utf8'],
] as const)('IPTC is read in %s', async (_name, encoding) => {
  const bytes = await withIptc([
    [120, Buffer.from('Café à l’aube'.replace('’', "'"), encoding)],
    [80, Buffer.from('José Núñez', encoding)],
  ]);
  expect(await wordsInPicture(bytes)).toEqual({ alt: '', caption: "Café à l'aube", credit: 'José Núñez' });
});

test('IPTC that says that it is UTF-8 may be Khmer', async () => {
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]);
  const bytes = await withIptc([[120, Buffer.from('ព្រឹកព្រលឹម')]], utf8);
  expect((await wordsInPicture(bytes)).caption).toBe('ព្រឹកព្រលឹម');
});

test('EXIF is read where nothing better is there', async () => {
  const exif = { IFD0: { Artist: 'Dara Lim', Copyright: '2026 Dara Lim', ImageDescription: 'A pier' } };
  const bytes = await plain().withExif(exif).jpeg().toBuffer();
  expect(await wordsInPicture(bytes)).toEqual({ alt: '', caption: 'A pier', credit: '2026 Dara Lim' });
});

test('what cameras write is no caption, and what is too long is cut', async () => {
  const camera = { IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA', Artist: 'x'.repeat(900) } };
  const words = await wordsInPicture(await plain().withExif(camera).jpeg().toBuffer());
  expect(words).toEqual({ alt: '', caption: '', credit: 'x'.repeat(500) });
});

test('a picture without words, or with damaged ones, has none', async () => {
  const none = { alt: '', caption: '', credit: '' };
  expect(await wordsInPicture(await plain().png().toBuffer())).toEqual(none);
  expect(
    await wordsInPicture(
      await plain()
        .withXmp(`<x:xmpmeta>${'<a>'.repeat(9000)}`)
        .jpeg()
        .toBuffer(),
    ),
  ).toEqual(none);
});
