/** What the SMTP conversation said about a message (RFC 5321 §2.3.1). */
export interface Envelope {
  /** Empty for the null sender of a bounce. */
  mailFrom: string;
  rcptTo: string[];
}

/** Who is at the other end of the connection. */
export interface Peer {
  ip: string;
  helo: string;
  /** "ESMTP", "ESMTPS"… for the Received header (RFC 3848). */
  protocol: string;
}
