import { leadingPicture } from './leading-picture.ts';
import { pathOf, type View } from './view.ts';

type Thing = Record<string, unknown>;

/** schema.org in JSON-LD: the firm on every page, and what the page itself is about. */
export function structuredData(view: View): Thing {
  const about = aboutPage(view);
  return { '@context': 'https://schema.org', '@graph': [firmOf(view), ...(about ? [about] : [])] };
}

const firmId = (view: View): string => `${view.siteUrl}/#firm`;

function firmOf(view: View): Thing {
  const { firm, content, siteUrl } = view;
  const picture = firm.logo ?? leadingPicture(view);
  return {
    '@type': 'LocalBusiness',
    '@id': firmId(view),
    name: content.firm.name,
    url: `${siteUrl}/`,
    ...(firm.phone ? { telephone: firm.phone } : {}),
    ...(firm.email ? { email: firm.email } : {}),
    ...(content.firm.address ? { address: content.firm.address.replace(/\s*\n\s*/g, ', ') } : {}),
    ...(picture?.share ? { image: `${siteUrl}/media/${picture.share}` } : {}),
  };
}

function aboutPage(view: View): Thing | null {
  const { body, locale, siteUrl, firm } = view;
  const url = `${siteUrl}${view.path}`;
  if (body.kind === 'post') {
    const { title, summary, date, updatedAt } = body.post;
    const head = { '@type': 'NewsArticle', headline: title, description: summary, url, inLanguage: locale };
    const share = body.post.image?.share;
    return {
      ...head,
      datePublished: date,
      dateModified: updatedAt,
      author: { '@id': firmId(view) },
      publisher: { '@id': firmId(view) },
      ...(share ? { image: `${siteUrl}/media/${share}` } : {}),
    };
  }
  if (body.kind === 'service') {
    const { name, summary, priceFrom } = body.service;
    const offer = { '@type': 'Offer', priceCurrency: firm.currency, price: priceFrom };
    return {
      '@type': 'Service',
      name,
      description: summary,
      url,
      provider: { '@id': firmId(view) },
      ...(priceFrom === null ? {} : { offers: offer }),
    };
  }
  return body.kind === 'page'
    ? {
        '@type': 'WebPage',
        name: view.title,
        url,
        inLanguage: locale,
        isPartOf: { '@type': 'WebSite', url: `${siteUrl}${pathOf(view, locale, '')}` },
      }
    : null;
}
