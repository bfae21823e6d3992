"""Opens what people sent, safely: values come out, or the reason why not."""
