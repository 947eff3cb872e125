"""E-mail addresses in the one spelling under which an account is stored."""

from email_validator import EmailNotValidError, validate_email

from backend.errors import Code, Refusal


def normalize_email(email: str) -> str:
    """Return an address in lower case and normal form, without asking the network about it.

    Args:
        email: What was typed.

    Raises:
        Refusal: `bad_email`.
    """
    try:
        # Addresses under .test are for trying things out, here as everywhere.
        known = validate_email(email.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise Refusal(Code.BAD_EMAIL, {"email": Code.BAD_EMAIL}) from None
    return known.normalized.lower()
