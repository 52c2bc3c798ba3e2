export const dynamic = 'force-dynamic';
export default function LoginPage() {
  return <p>Sign in</p>;
}
