import type { LocaleContent, Snapshot } from '@kontor/website/snapshot';

const updatedAt = '2026-11-02T10:00:00.000Z';

export const samplePicture = (id: string) => ({
  id,
  alt: `Picture ${id}`,
  width: 1600,
  height: 1200,
  focus: { x: 20, y: 50 },
  files: [
    { file: `${id}-480x360.webp`, width: 480, type: 'image/webp' },
    { file: `${id}-960x720.webp`, width: 960, type: 'image/webp' },
    { file: `${id}-480x360.avif`, width: 480, type: 'image/avif' },
  ],
  share: `${id}-share.jpg`,
});

const english: LocaleContent = {
  firm: { name: 'Brightwater Joinery', address: '14 Wharf Lane\nBrightwater', hours: 'Weekdays' },
  pages: [
    {
      slug: 'home',
      title: 'Joinery made here',
      description: 'Windows & stairs.',
      updatedAt,
      blocks: [
        {
          kind: 'hero',
          heading: 'Windows',
          text: 'Made here.',
          image: samplePicture('hero'),
          label: '',
          link: '',
        },
      ],
    },
    {
      slug: 'contact',
      title: 'Contact',
      description: '',
      updatedAt,
      blocks: [{ kind: 'contactForm', heading: 'Ask us', intro: '' }],
    },
    { slug: 'only-english', title: 'Only here', description: '', updatedAt, blocks: [] },
  ],
  posts: [
    {
      slug: 'chapel',
      title: 'Back in <place>',
      date: '2026-11-01T09:00:00.000Z',
      summary: 'Eleven windows.',
      image: null,
      html: '<p>Done.</p>',
      updatedAt,
    },
  ],
  services: [
    {
      slug: 'stairs',
      name: 'Stairs',
      summary: 'Oak and ash.',
      priceFrom: 4200,
      priceUnit: '',
      image: samplePicture('stairs'),
      html: '',
      updatedAt,
    },
  ],
  people: [],
  menu: [{ slug: 'contact', label: 'Contact' }],
  footer: [],
  note: '',
};

const arabic: LocaleContent = {
  ...english,
  firm: { ...english.firm, name: 'برايتووتر' },
  pages: english.pages.slice(0, 2).map((page) => ({ ...page, title: 'صفحة' })),
};

export const sampleSnapshot: Snapshot = {
  version: 1,
  firm: {
    domain: 'brightwater.example',
    phone: '01632 960 148',
    email: 'hello@brightwater.example',
    accent: '#2f5d50',
    typeface: 'sans',
    currency: 'GBP',
    timeZone: 'Europe/London',
    logo: null,
  },
  defaultLocale: 'en',
  locales: ['en', 'ar'],
  content: { en: english, ar: arabic },
};
