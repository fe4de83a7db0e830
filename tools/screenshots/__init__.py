"""Pictures of every page, taken on a tour through the app."""
